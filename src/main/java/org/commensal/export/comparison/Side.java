package org.commensal.export.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.export.comparison.Comparison.Why;
import org.commensal.export.release.Table;

/**
 * One of two releases that are compared. Names of columns are {@code table.column}.
 *
 * @param held its tables with the columns that it has
 * @param whole the same tables with every column, in which the rows are found
 * @param generalised the columns that were made coarser, or may have been
 * @param pseudonyms the columns whose words are of this release alone
 * @param offered the tables and columns that could have been asked for
 * @param known the same, had it been made by the software of today
 */
public record Side(
        List<Table> held,
        List<Table> whole,
        Set<String> generalised,
        Set<String> pseudonyms,
        Set<String> offered,
        Set<String> known) {

    boolean holds(String table) {
        return find(held, table).isPresent();
    }

    Table held(String table) {
        return find(held, table).orElseThrow();
    }

    Table whole(String table) {
        return find(whole, table).orElseThrow();
    }

    private static Optional<Table> find(List<Table> tables, String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** Why it has not got a table or column. */
    Why why(String name) {
        if (offered.contains(name)) {
            return Why.NOT_ASKED;
        }
        return known.contains(name) ? Why.EDITION : Why.PROTOCOL;
    }
}
