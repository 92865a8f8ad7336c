package org.commensal.instrument;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What counts as a headache day or a migraine day, and how days become days a month.
 *
 * <p>The rules for one day are in {@link DiaryDay}, those for blocks of days in {@link BlockFunction}. A day whose
 * migraine is unknown is not a completed day. Functions whose answer is yes or no give 1 or 0, so that a study can use
 * them as any other derived number.
 */
public final class Definitions {

    private Definitions() {}

    /** The names of the functions over the days of one block. */
    public static List<String> ofBlocks() {
        return List.copyOf(BlockFunction.all().keySet());
    }

    /** How many earlier blocks this function needs besides its own; 0 for a name that is none. */
    public static int earlierBlocks(String name) {
        return Optional.ofNullable(BlockFunction.all().get(name))
                .map(BlockFunction::earlier)
                .orElse(0);
    }

    /** The publications by which this function is defined: authors, year, journal. */
    public static String sourceOf(String name) {
        if (name.startsWith("medication-overuse")) {
            return "ICHD-3 8.2 (2018, Cephalalgia 38:1)";
        }
        if (name.startsWith("chronic")) {
            return "ICHD-3 1.3 (2018, Cephalalgia 38:1)";
        }
        String day = "van der Arend et al. 2023, Cephalalgia; ICHD-3 (2018, Cephalalgia 38:1)";
        return name.startsWith("response") || name.startsWith("change") || name.startsWith("monthly")
                ? day + "; Diener et al. 2020, Cephalalgia 40:1026; Tassorelli et al. 2018, Cephalalgia 38:815"
                : day;
    }

    /** Whether the rule of this name holds for one day of diary; unknown where its answers do not decide it. */
    public static Value day(String name, Answers answers) {
        return DiaryDay.rule(name).evaluate(answers::get);
    }

    /**
     * The value of this function over a block of diary.
     *
     * @param blocks the earlier blocks that it needs, oldest first, and last the block itself
     */
    public static Value block(String name, List<Diary> blocks) {
        BlockFunction function = Optional.ofNullable(BlockFunction.all().get(name))
                .orElseThrow(() -> new IllegalArgumentException("no definition is called " + name));
        if (blocks.size() != function.earlier() + 1) {
            throw new IllegalArgumentException(name + " is not of " + blocks.size() + " blocks");
        }
        return function.value().apply(blocks);
    }

    /** The items of a diary form that the definitions use. */
    public static Set<String> names() {
        return DiaryDay.rule(DiaryDay.COMPLETED).names();
    }

    /** The items that this function needs besides; none for a name that is no function. */
    public static Set<String> namesOf(String function) {
        return Optional.ofNullable(BlockFunction.all().get(function))
                .map(BlockFunction::own)
                .orElse(Set.of());
    }

    /** What a diary form with these variables lacks for any definition to be computed from it. */
    public static List<Expression.Fault> faults(Variables diary) {
        return DiaryDay.rule(DiaryDay.COMPLETED).faults(Type.Kind.TRUTH, diary);
    }

    /** What it lacks besides for this function, whose own items are numbers. */
    public static List<Expression.Fault> faultsOf(String function, Variables diary) {
        return namesOf(function).stream()
                .sorted()
                .flatMap(item -> Expression.parse(item).faults(Type.Kind.NUMBER, diary).stream())
                .toList();
    }

    static List<Answers> completed(List<Answers> days) {
        return days.stream()
                .filter(day -> DiaryDay.holds(DiaryDay.COMPLETED, day))
                .toList();
    }
}
