package org.commensal.export;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.commensal.export.release.Table;

/**
 * Tells how much of a release is written, by the tables that were read.
 *
 * @param readings how often each table is read, about
 * @param share takes what is done, from 0 to 1
 */
record Watched(int readings, DoubleConsumer share) {

    /** Nobody wants to know. */
    static final Watched NOT = new Watched(1, done -> {});

    List<Table> all(List<Table> tables) {
        int[] read = {0};
        double all = (double) readings * tables.size();
        return tables.stream()
                .map(table -> new Table(table.name(), table.label(), table.columns(), rows -> {
                    table.rows().each(rows);
                    read[0]++;
                    share.accept(Math.min(1, read[0] / all));
                }))
                .toList();
    }
}
