package org.commensal.export.release;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commensal.kernel.Text;

/**
 * A blinded table of a release.
 *
 * @param name of its file, without extension
 */
public record Table(String name, Text label, List<Column> columns, Rows rows) {

    /**
     * One variable.
     *
     * @param type {@code text}, {@code boolean}, {@code integer}, {@code number}, {@code date}, {@code time},
     *     {@code choice} or {@code choices}
     * @param values what its codes mean, as {@code code = label} in English, separated by {@code |}; empty otherwise
     */
    public record Column(String name, String type, Text label, String values, Amended amended) {

        /** A column that no amendment changed. */
        public Column(String name, String type, Text label, String values) {
            this(name, type, label, values, Amended.NEVER);
        }
    }

    /**
     * What amendments did to a variable.
     *
     * @param versions of the protocol that have it, separated by {@code |}; empty where the data are of one version
     * @param earlier how it was worded in earlier versions, where that differs
     */
    public record Amended(String versions, Optional<Text> earlier) {

        static final Amended NEVER = new Amended("", Optional.empty());
    }

    /** The rows, one at a time, each with a cell for every column; an empty cell is a missing value. */
    public interface Rows {
        void each(Consumer<String[]> row);
    }
}
