package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What counts as a headache day or a migraine day, and how days become days a month.
 *
 * <p>Daily rules are those of the electronic diary of van der Arend et al. (2023, Cephalalgia), after ICHD-3 (2018,
 * Cephalalgia 38:1), as conditions over the items of a diary form. A part that is missing inside a day leaves the day
 * unknown unless the rest decides it, and a day whose migraine is unknown is not a completed day.
 */
public final class Definitions {

    /** At least half an hour, two of four characteristics, and nausea, vomiting, or both photo- and phonophobia. */
    private static final String MIGRAINE_BY_FEATURES = "(headache and hp_duration_h >= 0.5"
            + " and at_least(2, hp_unilateral, hp_pulsating, hp_severity >= 2, hp_aggravated)"
            + " and (nausea >= 1 or vomiting or (photophobia and phonophobia)))";

    private static final String MIGRAINE_BY_AURA = "(aura and aura_minutes >= 5 and aura_minutes <= 60)";
    private static final String MIGRAINE_BY_DRUG =
            "(headache and acute_medication and acute_classes in [triptan, ergot, gepant, ditan])";
    private static final String MIGRAINE =
            "(" + MIGRAINE_BY_FEATURES + " or " + MIGRAINE_BY_AURA + " or " + MIGRAINE_BY_DRUG + ")";

    private static final int MONTH = 28;
    private static final int FEWEST = 14;

    private static final Map<String, Expression> DAILY = new LinkedHashMap<>();
    private static final Map<String, Function<List<Answers>, Value>> BLOCKS = new LinkedHashMap<>();

    static {
        DAILY.put("migraine-day", Expression.parse(MIGRAINE));
        DAILY.put(
                "headache-day",
                Expression.parse("headache and (hp_duration_h >= 0.5 or acute_medication) or " + MIGRAINE));
        DAILY.put("acute-medication-day", Expression.parse("acute_medication"));
        DAILY.put("completed-day", Expression.parse("known(headache, acute_medication, " + MIGRAINE + ")"));
        BLOCKS.put("completed-days", days -> Value.Num.of(completed(days).size()));
        BLOCKS.put("monthly-migraine-days", days -> monthly("migraine-day", days));
        BLOCKS.put("monthly-headache-days", days -> monthly("headache-day", days));
        BLOCKS.put("monthly-acute-medication-days", days -> monthly("acute-medication-day", days));
    }

    private Definitions() {}

    /** The names of the functions over the days of one block. */
    public static List<String> ofBlocks() {
        return List.copyOf(BLOCKS.keySet());
    }

    /** Whether the rule of this name holds for one day of diary; unknown where its answers do not decide it. */
    public static Value day(String name, Answers answers) {
        return rule(name).evaluate(answers::get);
    }

    /**
     * The value of this function over one block of diary.
     *
     * @param days one entry for each day that has one; days without an entry, or that came too late, are left out
     */
    public static Value block(String name, List<Answers> days) {
        return Optional.ofNullable(BLOCKS.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no definition is called " + name))
                .apply(days);
    }

    /** The items of a diary form that the definitions use. */
    public static Set<String> names() {
        return rule("completed-day").names();
    }

    /** What a diary form with these variables lacks for any definition to be computed from it. */
    public static List<Expression.Fault> faults(Variables diary) {
        return rule("completed-day").faults(Type.Kind.TRUTH, diary);
    }

    /**
     * Days with a property per 28 days: 28 k / c where c days are completed and k of them have it. Unknown below 14
     * completed days. Not rounded: 34 digits, so that it is below 8 or 15 exactly when the fraction is.
     */
    private static Value monthly(String rule, List<Answers> days) {
        List<Answers> completed = completed(days);
        if (completed.size() < FEWEST) {
            return Value.Missing.UNKNOWN;
        }
        long with = completed.stream().filter(day -> isTrue(rule, day)).count();
        return new Value.Num(
                BigDecimal.valueOf(MONTH * with).divide(BigDecimal.valueOf(completed.size()), MathContext.DECIMAL128));
    }

    private static List<Answers> completed(List<Answers> days) {
        return days.stream().filter(day -> isTrue("completed-day", day)).toList();
    }

    private static boolean isTrue(String rule, Answers day) {
        return rule(rule).holds(day::get);
    }

    private static Expression rule(String name) {
        return Optional.ofNullable(DAILY.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no definition is called " + name));
    }
}
