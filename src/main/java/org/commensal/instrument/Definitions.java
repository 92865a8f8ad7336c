package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What counts as a headache day or a migraine day, and how days become days a month.
 *
 * <p>The rules for one day are in {@link DiaryDay}. A day whose migraine is unknown is not a completed day. Functions
 * whose answer is yes or no give 1 or 0, so that a study can use them as any other derived number.
 */
public final class Definitions {

    private static final Map<String, Function<List<Answers>, Value>> BLOCKS = new LinkedHashMap<>();

    static {
        BLOCKS.put("completed-days", days -> Value.Num.of(completed(days).size()));
        BLOCKS.put("monthly-migraine-days", days -> monthly(DiaryDay.MIGRAINE, days));
        BLOCKS.put("monthly-headache-days", days -> monthly(DiaryDay.HEADACHE, days));
        BLOCKS.put("monthly-acute-medication-days", days -> monthly(DiaryDay.ACUTE_MEDICATION, days));
        BLOCKS.put("monthly-moderate-or-severe-headache-days", days -> monthly(DiaryDay.MODERATE_OR_SEVERE, days));
        BLOCKS.put("monthly-migraine-specific-medication-days", days -> monthly(DiaryDay.SPECIFIC_MEDICATION, days));
        BLOCKS.put("monthly-migraine-days-of-hours", days -> monthly(DiaryDay.BY_LONG_FEATURES_ONLY, days));
        BLOCKS.put("monthly-migraine-days-by-features", days -> monthly(DiaryDay.BY_FEATURES_ONLY, days));
        BLOCKS.put(
                "monthly-migraine-days-without-isolated-aura", days -> monthly(DiaryDay.WITHOUT_ISOLATED_AURA, days));
        BLOCKS.put("chronic-migraine-band", days -> number(ChronicMigraine.band(days)));
        BLOCKS.put(
                "medication-overuse-days", days -> number(MedicationUse.of(days).exceedsDays()));
    }

    private Definitions() {}

    /** The names of the functions over the days of one block. */
    public static List<String> ofBlocks() {
        return List.copyOf(BLOCKS.keySet());
    }

    /** Whether the rule of this name holds for one day of diary; unknown where its answers do not decide it. */
    public static Value day(String name, Answers answers) {
        return DiaryDay.rule(name).evaluate(answers::get);
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
        return DiaryDay.rule(DiaryDay.COMPLETED).names();
    }

    /** What a diary form with these variables lacks for any definition to be computed from it. */
    public static List<Expression.Fault> faults(Variables diary) {
        return DiaryDay.rule(DiaryDay.COMPLETED).faults(Type.Kind.TRUTH, diary);
    }

    private static Value monthly(String rule, List<Answers> days) {
        return DayCount.of(rule, days).per28Days();
    }

    private static Value number(Value truth) {
        return truth instanceof Value.Bool known ? Value.Num.of(known.value() ? 1 : 0) : truth;
    }

    static List<Answers> completed(List<Answers> days) {
        return days.stream()
                .filter(day -> DiaryDay.holds(DiaryDay.COMPLETED, day))
                .toList();
    }
}
