package org.commensal.web.export;

import java.util.List;
import org.commensal.web.Form;

/** What can be chosen for a dataset. */
public record NewRelease(
        String base,
        List<Tick> kinds,
        List<Tick> populations,
        List<Tick> arms,
        List<Tick> formats,
        List<Offered> tables) {

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
