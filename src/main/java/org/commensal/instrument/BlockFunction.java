package org.commensal.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a study can have computed over the days of a diary block: a table by name.
 *
 * <p>What is answered by yes or no is 1 or 0. Sources stand where each is computed.
 *
 * @param earlier how many blocks before it the function compares with or continues
 * @param own items that it needs besides those of every migraine diary
 * @param value from the earlier blocks, oldest first, and then the block itself
 */
record BlockFunction(int earlier, Set<String> own, Function<List<Diary>, Value> value) {

    /** The pain of a day at its worst, from 0 to 10. */
    static final String PEAK_PAIN = "hp_nrs";

    private static final int FIRST_DAY_WITHOUT_CARRY_OVER = 3;
    private static final Map<String, BlockFunction> TABLE = table();

    static Map<String, BlockFunction> all() {
        return TABLE;
    }

    private static Map<String, BlockFunction> table() {
        Map<String, BlockFunction> table = new LinkedHashMap<>();
        table.put("completed-days", over(days -> Value.Num.of(completed(days).size())));
        table.put("monthly-migraine-days", monthly(DiaryDay.MIGRAINE));
        table.put("monthly-headache-days", monthly(DiaryDay.HEADACHE));
        table.put("monthly-acute-medication-days", monthly(DiaryDay.ACUTE_MEDICATION));
        table.put("monthly-moderate-or-severe-headache-days", monthly(DiaryDay.MODERATE_OR_SEVERE));
        table.put("monthly-migraine-specific-medication-days", monthly(DiaryDay.SPECIFIC_MEDICATION));
        table.put("monthly-migraine-days-of-hours", monthly(DiaryDay.BY_LONG_FEATURES_ONLY));
        table.put("monthly-migraine-days-by-features", monthly(DiaryDay.BY_FEATURES_ONLY));
        table.put("monthly-migraine-days-without-isolated-aura", monthly(DiaryDay.WITHOUT_ISOLATED_AURA));
        table.put("chronic-migraine-band", over(days -> number(ChronicMigraine.band(days))));
        table.put(
                "medication-overuse-days",
                over(days -> number(MedicationUse.of(days).exceedsDays())));
        table.put("diary-compliance", over(BlockFunction::compliance));
        table.put("monthly-attacks", one(Set.of(), Attacks::per28Days));
        table.put("days-to-first-attack", one(Set.of(), Attacks::daysToFirst));
        table.put("mean-peak-pain", one(Set.of(PEAK_PAIN), block -> meanPeakPain(block.days())));
        table.put("fortnightly-migraine-days", one(Set.of(), BlockFunction::fortnightly));
        table.put(
                "fortnightly-migraine-days-from-day-3",
                one(Set.of(), block -> fortnightly(block.from(FIRST_DAY_WITHOUT_CARRY_OVER))));
        table.put("medication-overuse-headache-band", over(days -> number(suggestsOveruse(days))));
        table.put("medication-overuse-headache-probable", new BlockFunction(2, Set.of(), BlockFunction::probable));
        table.put(
                "medication-overuse-headache-resolved",
                since((baseline, now) -> Kleene.and(suggestsOveruse(baseline), Kleene.not(suggestsOveruse(now)))));
        table.put(
                "chronic-to-episodic",
                since((baseline, now) -> ChronicMigraine.becomesEpisodic(
                        ChronicMigraine.band(baseline), DayCount.of(DiaryDay.HEADACHE, now))));
        table.put("response-30", response(30));
        table.put("response-50", response(50));
        table.put("response-75", response(75));
        table.put("change-in-monthly-migraine-days", since((baseline, now) -> migraine(now)
                .changeFrom(migraine(baseline))));
        return Collections.unmodifiableMap(table);
    }

    private static BlockFunction one(Set<String> own, Function<Diary, Value> value) {
        return new BlockFunction(0, own, blocks -> value.apply(blocks.get(0)));
    }

    private static BlockFunction over(Function<List<Answers>, Value> value) {
        return one(Set.of(), block -> value.apply(block.days()));
    }

    private static BlockFunction since(BiFunction<List<Answers>, List<Answers>, Value> value) {
        return new BlockFunction(
                1,
                Set.of(),
                blocks -> number(value.apply(blocks.get(0).days(), blocks.get(1).days())));
    }

    private static BlockFunction monthly(String rule) {
        return over(days -> DayCount.of(rule, days).per28Days());
    }

    private static BlockFunction response(int percent) {
        return since((baseline, now) -> migraine(now).isResponse(percent, migraine(baseline)));
    }

    private static DayCount migraine(List<Answers> days) {
        return DayCount.of(DiaryDay.MIGRAINE, days);
    }

    private static Value fortnightly(Diary block) {
        return migraine(block.days()).per14DaysOf(block.days().size());
    }

    private static Value suggestsOveruse(List<Answers> days) {
        return MedicationUse.of(days).suggestsOveruseHeadache();
    }

    private static Value probable(List<Diary> blocks) {
        List<MedicationUse> use =
                blocks.stream().map(block -> MedicationUse.of(block.days())).toList();
        return number(MedicationUse.probable(use, Kleene.FALSE));
    }

    /** Completed days in percent of the days of the block; 80 is the usual limit. */
    private static Value compliance(List<Answers> days) {
        return days.isEmpty()
                ? Value.Missing.UNKNOWN
                : new Value.Num(BigDecimal.valueOf(100L * completed(days).size())
                        .divide(BigDecimal.valueOf(days.size()), MathContext.DECIMAL128));
    }

    /** Mean of the worst pain of the headache days on which it was given; unknown without any, and below 14 days. */
    private static Value meanPeakPain(List<Answers> days) {
        List<Answers> completed = completed(days);
        if (!new DayCount(0, completed.size()).isValidFollowUp()) {
            return Value.Missing.UNKNOWN;
        }
        List<BigDecimal> peaks = completed.stream()
                .filter(day -> DiaryDay.holds(DiaryDay.HEADACHE, day))
                .map(day -> day.get(PEAK_PAIN))
                .filter(Value.Num.class::isInstance)
                .map(peak -> ((Value.Num) peak).value())
                .toList();
        return peaks.isEmpty()
                ? Value.Missing.UNKNOWN
                : new Value.Num(peaks.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(peaks.size()), MathContext.DECIMAL128));
    }

    private static Value number(Value found) {
        return found instanceof Value.Bool known ? Value.Num.of(known.value() ? 1 : 0) : found;
    }

    private static List<Answers> completed(List<Answers> days) {
        return Definitions.completed(days);
    }
}
