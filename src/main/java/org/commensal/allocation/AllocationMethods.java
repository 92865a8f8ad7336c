package org.commensal.allocation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.kernel.Settings;

/** The allocation methods that a study can name in {@code allocation.yaml}, one line each. */
final class AllocationMethods {

    static final List<Entry> TABLE = List.of(
            new Entry("complete-randomisation", CompleteRandomisation::read, ""),
            new Entry("permuted-blocks", PermutedBlocks::read, "block-sizes: [3, 6]"),
            new Entry("minimisation", Minimisation::read, "measure: range\nprobability: 4/5\nsimple-first: 9"));

    private AllocationMethods() {}

    /** Makes a method from its settings; reports each fault through them and asks for every key that it knows. */
    interface Reader {
        AllocationMethod read(Design design, Settings settings);
    }

    /** @param example settings, as lines of a study file, that suit three equal arms */
    record Entry(String name, Reader reader, String example) {}

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
