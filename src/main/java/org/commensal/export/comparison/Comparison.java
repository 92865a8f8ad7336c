package org.commensal.export.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commensal.export.release.Table;
import org.commensal.kernel.Text;

/**
 * What is different between an older and a newer release: numbers alone, no value and no subject.
 *
 * @param tables those of the newer release in its order, then those that only the older one has
 */
public record Comparison(List<TableDifference> tables) {

    /**
     * One table.
     *
     * @param lack which of the two has not got it; then nothing of it is compared
     * @param both rows that both have
     * @param added rows that only the newer one has
     * @param gone rows that only the older one has
     * @param variables those of the newer release in its order, then those that only the older one has
     */
    public record TableDifference(
            String name,
            Text label,
            Optional<Lack> lack,
            long both,
            long added,
            long gone,
            List<VariableDifference> variables) {

        public TableDifference {
            variables = List.copyOf(variables);
        }

        /** How many cells differ in the rows that both have. */
        public long cells() {
            return variables.stream().mapToLong(VariableDifference::cells).sum();
        }

        /** Whether a row was added or is gone, or a cell differs. */
        public boolean hasOtherData() {
            return added + gone + cells() > 0;
        }

        private boolean isSame() {
            return lack.isEmpty()
                    && !hasOtherData()
                    && variables.stream().allMatch(variable -> variable.lack().isEmpty());
        }
    }

    /**
     * One variable, in the rows that both have.
     *
     * @param lack which of the two has not got it; then it is not compared
     * @param aside why it is not compared though both have it
     * @param filledIn cells that were empty
     * @param changed cells with another value
     * @param emptied cells that are empty now
     * @param otherReason cells that are empty for another reason
     */
    public record VariableDifference(
            String name,
            Text label,
            Optional<Lack> lack,
            Optional<Aside> aside,
            long filledIn,
            long changed,
            long emptied,
            long otherReason) {

        static VariableDifference without(String name, Text label, Optional<Lack> lack, Optional<Aside> aside) {
            return new VariableDifference(name, label, lack, aside, 0, 0, 0, 0);
        }

        /** How many cells differ. */
        public long cells() {
            return filledIn + changed + emptied + otherReason;
        }
    }

    /** @param older whether it is the older release that has not got something */
    public record Lack(boolean older, Why why) {}

    /** Why a release has not got something. */
    public enum Why {
        NOT_ASKED("it was not asked for", "er is niet om gevraagd"),
        EDITION("releases of that time had none of it", "datasets uit die tijd hadden dit niet"),
        PROTOCOL("it is in no version of the protocol behind it", "het staat in geen protocolversie erachter");

        private final Text said;

        Why(String en, String nl) {
            this.said = new Text(en, nl);
        }

        public Text said() {
            return said;
        }

        public String code() {
            return Comparison.code(this);
        }
    }

    /** Why a variable that both have is not compared. */
    public enum Aside {
        PSEUDONYM("each release has pseudonyms of its own", "elke dataset heeft eigen pseudoniemen"),
        OTHER_TYPE(
                "written in another way, such as dates that became study days",
                "anders geschreven, zoals datums die studiedagen werden"),
        GENERALISED(
                "made coarser or emptied in one or both, so that nobody is recognised",
                "grover gemaakt of leeggemaakt in een of beide, zodat niemand te herkennen is");

        private final Text said;

        Aside(String en, String nl) {
            this.said = new Text(en, nl);
        }

        public Text said() {
            return said;
        }

        public String code() {
            return Comparison.code(this);
        }
    }

    public Comparison {
        tables = List.copyOf(tables);
    }

    /** Compares two releases whose subjects have the same ids. */
    public static Comparison of(Side older, Side newer) {
        List<TableDifference> tables = new ArrayList<>();
        for (Table table : newer.held()) {
            tables.add(
                    older.holds(table.name())
                            ? new TableComparison(older, newer, table.name()).difference()
                            : lacking(table, new Lack(true, older.why(table.name()))));
        }
        older.held().stream()
                .filter(table -> !newer.holds(table.name()))
                .map(table -> lacking(table, new Lack(false, newer.why(table.name()))))
                .forEach(tables::add);
        return new Comparison(tables);
    }

    private static TableDifference lacking(Table table, Lack lack) {
        return new TableDifference(table.name(), table.label(), Optional.of(lack), 0, 0, 0, List.of());
    }

    /** Whether both hold the same tables and variables with the same cells, as far as they are compared. */
    public boolean isSame() {
        return tables.stream().allMatch(TableDifference::isSame);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
