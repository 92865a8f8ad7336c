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
    static final String MODERATE_OR_SEVERE = "moderate-or-severe-headache-day";
    static final String SPECIFIC_MEDICATION = "migraine-specific-medication-day";

    /** Sensitivity definition S1: by features, for four hours untreated or two hours with medication. */
    static final String BY_LONG_FEATURES_ONLY = "migraine-day-of-hours";

    /** Sensitivity definition S2: by features, whatever was taken and without isolated aura. */
    static final String BY_FEATURES_ONLY = "migraine-day-by-features";

    /** Sensitivity definition S3: by features or by a migraine-specific drug, without isolated aura. */
    static final String WITHOUT_ISOLATED_AURA = "migraine-day-without-isolated-aura";

    /** At least half an hour, two of four characteristics, and nausea, vomiting, or both photo- and phonophobia. */
    private static final String BY_FEATURES = "(headache and hp_duration_h >= 0.5"
            + " and at_least(2, hp_unilateral, hp_pulsating, hp_severity >= 2, hp_aggravated)"
            + " and (nausea >= 1 or vomiting or (photophobia and phonophobia)))";

    private static final String BY_AURA = "(aura and aura_minutes >= 5 and aura_minutes <= 60)";
    private static final String SPECIFIC = "acute_medication and acute_classes in [triptan, ergot, gepant, ditan]";
    private static final String BY_DRUG = "(headache and " + SPECIFIC + ")";
    private static final String ANY = "(" + BY_FEATURES + " or " + BY_AURA + " or " + BY_DRUG + ")";

    private static final String IS_HEADACHE =
            "(headache and (hp_duration_h >= 0.5 or acute_medication) or " + ANY + ")";

    private static final Map<String, Expression> RULES = new LinkedHashMap<>();

    static {
        RULES.put(MIGRAINE, Expression.parse(ANY));
        RULES.put(HEADACHE, Expression.parse(IS_HEADACHE));
        RULES.put(ACUTE_MEDICATION, Expression.parse("acute_medication"));
        RULES.put(MODERATE_OR_SEVERE, Expression.parse("headache and hp_severity >= 2 and " + IS_HEADACHE));
        RULES.put(SPECIFIC_MEDICATION, Expression.parse(SPECIFIC));
        RULES.put(
                BY_LONG_FEATURES_ONLY,
                Expression.parse(
                        BY_FEATURES + " and (hp_duration_h >= 4 or (acute_medication and hp_duration_h >= 2))"));
        RULES.put(BY_FEATURES_ONLY, Expression.parse(BY_FEATURES));
        RULES.put(WITHOUT_ISOLATED_AURA, Expression.parse(BY_FEATURES + " or " + BY_DRUG));
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
