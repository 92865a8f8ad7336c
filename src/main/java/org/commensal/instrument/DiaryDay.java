package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one day of a headache diary counts as, each rule a condition over the items of the form.
 *
 * <p>The rules are those of the electronic diary of van der Arend et al. (2023, Cephalalgia), after ICHD-3 (2018,
 * Cephalalgia 38:1). A part that is missing leaves the day unknown unless the rest decides it.
 */
final class DiaryDay {

    static final String COMPLETED = "completed-day";
    static final String MIGRAINE = "migraine-day";
    static final String HEADACHE = "headache-day";
    static final String ACUTE_MEDICATION = "acute-medication-day";

    /** At least half an hour, two of four characteristics, and nausea, vomiting, or both photo- and phonophobia. */
    private static final String BY_FEATURES = "(headache and hp_duration_h >= 0.5"
            + " and at_least(2, hp_unilateral, hp_pulsating, hp_severity >= 2, hp_aggravated)"
            + " and (nausea >= 1 or vomiting or (photophobia and phonophobia)))";

    private static final String BY_AURA = "(aura and aura_minutes >= 5 and aura_minutes <= 60)";
    private static final String BY_DRUG =
            "(headache and acute_medication and acute_classes in [triptan, ergot, gepant, ditan])";
    private static final String ANY = "(" + BY_FEATURES + " or " + BY_AURA + " or " + BY_DRUG + ")";

    private static final Map<String, Expression> RULES = new LinkedHashMap<>();

    static {
        RULES.put(MIGRAINE, Expression.parse(ANY));
        RULES.put(HEADACHE, Expression.parse("headache and (hp_duration_h >= 0.5 or acute_medication) or " + ANY));
        RULES.put(ACUTE_MEDICATION, Expression.parse("acute_medication"));
        RULES.put(COMPLETED, Expression.parse("known(headache, acute_medication, " + ANY + ")"));
    }

    private DiaryDay() {}

    static Expression rule(String name) {
        return Optional.ofNullable(RULES.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no definition is called " + name));
    }

    /** Whether the rule is decided and true on this day. */
    static boolean holds(String rule, Answers day) {
        return rule(rule).holds(day::get);
    }
}
