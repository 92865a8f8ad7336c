package org.commensal.export.format;

import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;

/** The identifiers by which files of CDISC standards refer to each other's definitions. */
final class Oids {

    private Oids() {}

    static String version(Dataset dataset) {
        return "MDV." + dataset.version();
    }

    static String table(Table table) {
        return "IG." + table.name();
    }

    static String column(Table table, Column column) {
        return "IT." + table.name() + "." + column.name();
    }

    static String codes(Table table, Column column) {
        return "CL." + table.name() + "." + column.name();
    }
}
