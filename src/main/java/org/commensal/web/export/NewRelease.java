package org.commensal.web.export;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Form;
import org.commensal.web.Pair;

/**
 * What can be chosen for a dataset.
 *
 * @param risk of what was chosen, where that was asked for
 */
public record NewRelease(
        String base,
        List<Tick> kinds,
        List<Tick> populations,
        List<Tick> arms,
        List<Tick> formats,
        List<Offered> tables,
        Optional<Risk> risk) {

    /**
     * What it would be like.
     *
     * @param label what the release would be
     * @param smallest how many are alike at least
     * @param columns what would be done to each column by which somebody could be recognised
     * @param sizes the rows of each table
     */
    public record Risk(
            String label,
            int subjects,
            int smallest,
            String highest,
            String average,
            int suppressed,
            List<Pair> columns,
            List<Pair> sizes) {}

    public record Tick(String value, String name, String label) {}

    /** A table with its variables. */
    public record Offered(String name, String label, List<Tick> columns) {

        /** Everything is ticked until something was sent. */
        public boolean isTicked(Form form) {
            return form.values("table").isEmpty() || form.values("table").contains(name);
        }

        public boolean isTicked(Form form, Tick column) {
            return form.values("column").isEmpty() || form.values("column").contains(column.value());
        }
    }
}
