package org.commensal.instrument;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * On how many days of one block acute medication was taken, by class; and whether those are days of overuse.
 *
 * <p>Thresholds of medication-overuse headache, ICHD-3 8.2 (2018, Cephalalgia 38:1), applied to a block of diary. They
 * classify the block and diagnose nobody; ICHD-3 asks for more than three months.
 *
 * @param completed days completed in time
 * @param headache how many of them are headache days
 * @param byClass days on which each class was taken
 * @param ofCountedClasses days on which any class was taken that {@link AcuteClass} counts
 */
public record MedicationUse(int completed, int headache, Map<AcuteClass, Integer> byClass, int ofCountedClasses) {

    private static final int HEADACHE_DAYS = 15;
    private static final int DAYS_OF_SEVERAL = 10;
    private static final int BLOCKS = 3;

    public MedicationUse {
        byClass = Map.copyOf(byClass);
    }

    /** @param days one entry for each day that has one */
    public static MedicationUse of(List<Answers> days) {
        List<Answers> completed = Definitions.completed(days);
        Map<AcuteClass, Integer> byClass = new EnumMap<>(AcuteClass.class);
        int counted = 0;
        for (Answers day : completed) {
            Set<AcuteClass> taken = taken(day);
            taken.forEach(each -> byClass.merge(each, 1, Integer::sum));
            counted += taken.stream().anyMatch(MedicationUse::isCounted) ? 1 : 0;
        }
        return new MedicationUse(
                completed.size(), DayCount.of(DiaryDay.HEADACHE, days).with(), byClass, counted);
    }

    private static Set<AcuteClass> taken(Answers day) {
        Set<AcuteClass> taken = EnumSet.noneOf(AcuteClass.class);
        if (DiaryDay.holds(DiaryDay.ACUTE_MEDICATION, day) && day.get("acute_classes") instanceof Value.Words words) {
            words.value().stream().map(AcuteClass::of).flatMap(Optional::stream).forEach(taken::add);
        }
        return taken;
    }

    private static boolean isCounted(AcuteClass each) {
        return each.overusedFrom().isPresent();
    }

    /** Whether this class alone is taken on as many days per 28 as overuse means. */
    public Value overuses(AcuteClass single) {
        DayCount days = new DayCount(byClass.getOrDefault(single, 0), completed);
        return single.overusedFrom().isPresent()
                ? days.isAtLeast(single.overusedFrom().getAsInt())
                : Kleene.FALSE;
    }

    /** Whether several classes are taken on 10 days per 28 together, none of them overused alone (ICHD-3 8.2.6). */
    public Value overusesSeveral() {
        long classes =
                byClass.keySet().stream().filter(MedicationUse::isCounted).count();
        Value together = new DayCount(ofCountedClasses, completed).isAtLeast(DAYS_OF_SEVERAL);
        return Kleene.and(Kleene.and(Kleene.of(classes > 1), together), Kleene.not(overusesOne()));
    }

    private Value overusesOne() {
        return Arrays.stream(AcuteClass.values()).map(this::overuses).reduce(Kleene.FALSE, Kleene::or);
    }

    /** Whether medication is taken on too many days of this block, however many have a headache. */
    public Value exceedsDays() {
        return new DayCount(0, completed).isValidFollowUp()
                ? Kleene.or(overusesOne(), overusesSeveral())
                : Kleene.UNKNOWN;
    }

    /** The same, with at least 15 headache days per 28. */
    public Value suggestsOveruseHeadache() {
        return Kleene.and(new DayCount(headache, completed).isAtLeast(HEADACHE_DAYS), exceedsDays());
    }

    /**
     * Whether medication-overuse headache is probable: the newest block suggests it, and the two before it do as well or
     * the history says that it lasts longer than three months.
     *
     * @param blocks consecutive, the newest last
     * @param longerByHistory what was asked at screening
     */
    public static Value probable(List<MedicationUse> blocks, Value longerByHistory) {
        if (blocks.isEmpty()) {
            return Kleene.UNKNOWN;
        }
        Value lasting = blocks.size() < BLOCKS
                ? Kleene.FALSE
                : blocks.subList(blocks.size() - BLOCKS, blocks.size()).stream()
                        .map(MedicationUse::suggestsOveruseHeadache)
                        .reduce(Kleene.TRUE, Kleene::and);
        return Kleene.and(blocks.get(blocks.size() - 1).suggestsOveruseHeadache(), Kleene.or(lasting, longerByHistory));
    }
}
