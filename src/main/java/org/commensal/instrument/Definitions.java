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
 * <p>The rules for one day are in {@link DiaryDay}. A day whose migraine is unknown is not a completed day.
 */
public final class Definitions {

    private static final int MONTH = 28;
    private static final int FEWEST = 14;

    private static final Map<String, Function<List<Answers>, Value>> BLOCKS = new LinkedHashMap<>();

    static {
        BLOCKS.put("completed-days", days -> Value.Num.of(completed(days).size()));
        BLOCKS.put("monthly-migraine-days", days -> monthly(DiaryDay.MIGRAINE, days));
        BLOCKS.put("monthly-headache-days", days -> monthly(DiaryDay.HEADACHE, days));
        BLOCKS.put("monthly-acute-medication-days", days -> monthly(DiaryDay.ACUTE_MEDICATION, days));
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

    /**
     * Days with a property per 28 days: 28 k / c where c days are completed and k of them have it. Unknown below 14
     * completed days. Not rounded: 34 digits, so that it is below 8 or 15 exactly when the fraction is.
     */
    private static Value monthly(String rule, List<Answers> days) {
        List<Answers> completed = completed(days);
        if (completed.size() < FEWEST) {
            return Value.Missing.UNKNOWN;
        }
        long with = completed.stream().filter(day -> DiaryDay.holds(rule, day)).count();
        return new Value.Num(
                BigDecimal.valueOf(MONTH * with).divide(BigDecimal.valueOf(completed.size()), MathContext.DECIMAL128));
    }

    private static List<Answers> completed(List<Answers> days) {
        return days.stream()
                .filter(day -> DiaryDay.holds(DiaryDay.COMPLETED, day))
                .toList();
    }
}
