package org.commensal.export.redcap;

import java.util.List;

/**
 * A small table that describes a project.
 *
 * @param isOne whether it is about one thing, which JSON writes without a list
 */
record Listing(List<String> columns, List<List<String>> rows, boolean isOne) {

    static Listing of(List<String> columns, List<List<String>> rows) {
        return new Listing(columns, rows, false);
    }
}
