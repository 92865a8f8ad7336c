package org.commensal.allocation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.kernel.Settings;

/** The allocation methods that a study can name in {@code allocation.yaml}, one line each. */
final class AllocationMethods {

    private static final List<Integer> TWO = List.of(1, 1);
    private static final List<Integer> THREE = List.of(1, 1, 1);
    private static final List<Integer> UNEQUAL = List.of(2, 1, 1);

    static final List<Entry> TABLE = List.of(
            entry("complete-randomisation", CompleteRandomisation::read, THREE, ""),
            entry("permuted-blocks", PermutedBlocks::read, THREE, "block-sizes: [3, 6]\nblock-size-weights: [2, 1]"),
            entry("block-urn", FakeArms.offered(BlockUrn::read), UNEQUAL, "lambda: 2\nunequal-ratio: fake-arms"),
            entry("big-stick", FakeArms.offered(BigStick::read), THREE, "limit: 3"),
            entry("chen", ChenCoin::read, TWO, "probability: 2/3\nlimit: 3"),
            entry("efron", EfronCoin::read, TWO, "probability: 2/3"),
            entry("adjustable-coin", AdjustableCoin::read, TWO, "exponent: 2"),
            entry("wei-urn", FakeArms.offered(WeiUrn::read), THREE, "alpha: 0\nbeta: 1"),
            entry(
                    "maximal-procedure",
                    FakeArms.offered(MaximalProcedure::read),
                    THREE,
                    "limit: 2\nlength: 24\nend: balanced"),
            entry(
                    "minimisation",
                    FakeArms.offered(Minimisation::read),
                    THREE,
                    "measure: range\nprobability: 4/5\nties: share\nsimple-first: 9"),
            new Entry("list", ImportedList::read, THREE, "file: list.csv"));

    private AllocationMethods() {}

    /** Makes a method from its settings; reports each fault through them and asks for every key that it knows. */
    interface Reader {
        AllocationMethod read(Design design, Settings settings);
    }

    /** The same, of a method that reads a file as well. */
    interface FileReader {

        /** @param files the content of a file of the study folder, by its path */
        AllocationMethod read(Design design, Settings settings, Function<String, Optional<byte[]>> files);
    }

    /** @param example settings, as lines of a study file, that suit arms of this ratio */
    record Entry(String name, FileReader reader, List<Integer> ratio, String example) {}

    private static Entry entry(String name, Reader reader, List<Integer> ratio, String example) {
        return new Entry(name, (design, settings, files) -> reader.read(design, settings), ratio, example);
    }

    /** The method of this name; a fault and nothing where there is none. */
    static Optional<Entry> named(String name, Settings settings) {
        Optional<Entry> found =
                TABLE.stream().filter(entry -> entry.name().equals(name)).findFirst();
        if (found.isEmpty() && !name.isEmpty()) {
            String names = TABLE.stream().map(Entry::name).collect(Collectors.joining(", "));
            settings.fault("method", "\"" + name + "\" is not an allocation method.", "Write one of: " + names + ".");
        }
        return found;
    }
}
