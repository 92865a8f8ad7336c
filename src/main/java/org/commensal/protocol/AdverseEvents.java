package org.commensal.protocol;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which event of a study reports adverse events, and which of its items say what.
 *
 * <p>An answer is read by the mapping of the version that it was given on. What the investigator judges, the cause and
 * whether it was expected, is no item: it is a fact of its own.
 *
 * @param event code of the event
 * @param items the code of the item of each part that the form asks
 * @param age item of any form with the age in years, for the report of a serious one
 * @param sex item of any form with the sex, for the same
 * @param pauseAt from so many serious events of one category that are related, recruitment should pause
 */
public record AdverseEvents(
        String event,
        Map<Part, String> items,
        Optional<String> age,
        Optional<String> sex,
        Optional<Committee> committee,
        Optional<Integer> pauseAt) {

    public AdverseEvents {
        items = Collections.unmodifiableMap(new EnumMap<>(items));
    }

    /** The code of the item that says this, where the form asks it. */
    public Optional<String> item(Part part) {
        return Optional.ofNullable(items.get(part));
    }

    /**
     * Within how many days the ethics committee is told of a serious event, counted from when the site knew of it.
     *
     * @param fatalDays where it was fatal or life-threatening
     * @param otherDays where it was related and unexpected
     */
    public record Committee(int fatalDays, int otherDays) {}

    /**
     * What a form may say of an adverse event; the criteria of seriousness are those of ICH E2A (1994), the grades those
     * of CTCAE 5.0 (2017).
     */
    public enum Part {
        TERM("term", true, "text"),
        CATEGORY("category", true, "choice"),
        START("start", true, "date"),
        ONGOING("ongoing", true, "boolean"),
        END("end", true, "date"),
        GRADE("grade", true, "choice", "1", "2", "3", "4", "5"),
        SERIOUS("serious", true, "boolean"),
        CRITERIA(
                "criteria",
                true,
                "choices",
                "death",
                "life_threatening",
                "hospitalisation",
                "disability",
                "congenital",
                "other"),
        AWARE_DAY("aware-day", false, "date"),
        AWARE_TIME("aware-time", false, "time"),
        NARRATIVE("narrative", false, "text"),
        ACTION("action", true, "choice"),
        OUTCOME("outcome", true, "choice", "recovered", "recovering", "not_recovered", "sequelae", "fatal", "unknown");

        private final String key;
        private final boolean needed;
        private final String type;
        private final List<String> options;

        Part(String key, boolean needed, String type, String... options) {
            this.key = key;
            this.needed = needed;
            this.type = type;
            this.options = List.of(options);
        }

        /** As study files write it: {@code aware-day}. */
        public String key() {
            return key;
        }

        /** Whether every mapping names an item for it. */
        boolean isNeeded() {
            return needed;
        }

        /** The item type that it takes. */
        String type() {
            return type;
        }

        /** The options that its item has, in any order; empty where the study chooses them. */
        Set<String> options() {
            return Set.copyOf(options);
        }
    }
}
