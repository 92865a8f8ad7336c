package org.commensal.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commensal.anonymity.Hierarchy;
import org.commensal.anonymity.QuasiIdentifiers;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Text;

/** A table, and which of its columns are quasi-identifiers: those that have a hierarchy. */
record IdentifyingColumns(CsvTable table, List<String> header, HierarchyFolder folder) {

    private static final int MOST_FAULTS = 100;

    List<String> names() {
        return List.copyOf(folder.hierarchies().keySet());
    }

    QuasiIdentifiers quasiIdentifiers(CsvTable of) {
        List<Integer> places = places(of);
        return QuasiIdentifiers.of(
                List.copyOf(folder.hierarchies().values()),
                of.rows().stream()
                        .skip(1)
                        .map(row -> places.stream()
                                .map(place -> row.cells().get(place))
                                .toList())
                        .toList());
    }

    List<Integer> places(CsvTable of) {
        List<String> cells = of.rows().get(0).cells();
        return names().stream().map(cells::indexOf).toList();
    }

    /** What keeps a table from being generalised: a column, a cell or a value that is not there; each value is said once. */
    List<ProtocolFault> faults(CsvTable of) {
        List<String> cells = of.rows().get(0).cells();
        List<ProtocolFault> missing = names().stream()
                .filter(name -> !cells.contains(name))
                .map(name -> new ProtocolFault(
                        of.file(), 1, "There is no column " + name + ".", "Add it, as in " + table.file() + "."))
                .toList();
        if (!missing.isEmpty()) {
            return missing;
        }
        List<Integer> places = places(of);
        Set<List<String>> said = new HashSet<>();
        List<ProtocolFault> faults = new ArrayList<>();
        for (CsvTable.Row row : of.rows().subList(1, of.rows().size())) {
            if (row.cells().size() == cells.size()) {
                faults.addAll(unknown(of, row, places, said));
            } else {
                faults.add(new ProtocolFault(
                        of.file(),
                        row.line(),
                        "There are " + row.cells().size() + " cells.",
                        "The first row has " + cells.size() + ": write as many."));
            }
            if (faults.size() >= MOST_FAULTS) {
                return faults.subList(0, MOST_FAULTS);
            }
        }
        return faults;
    }

    /** @param said values of columns that were said before */
    private List<ProtocolFault> unknown(CsvTable of, CsvTable.Row row, List<Integer> places, Set<List<String>> said) {
        List<Hierarchy> known = List.copyOf(folder.hierarchies().values());
        List<ProtocolFault> faults = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            String name = names().get(i);
            String value = row.cells().get(places.get(i));
            if (!known.get(i).knows(value) && said.add(List.of(name, value))) {
                faults.add(new ProtocolFault(
                        of.file(),
                        row.line(),
                        name + " is \"" + Text.shorten(value) + "\", which "
                                + folder.files().get(name) + " does not have.",
                        "Add a row for it there, or correct it here."));
            }
        }
        return faults;
    }
}
