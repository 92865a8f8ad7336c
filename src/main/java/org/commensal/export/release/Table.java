package org.commensal.export.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.kernel.Text;

/**
 * A blinded table of a release.
 *
 * @param name of its file, without extension
 */
public record Table(String name, Text label, List<Column> columns, Rows rows) {

    /** What the cells of a column are: any text, a number with a point, {@code true} or {@code false}, an ISO date. */
    public enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        DAY;

        static Kind of(Item item) {
            return switch (ItemTypes.of(item).type(item).kind()) {
                case TRUTH -> TRUTH;
                case NUMBER -> NUMBER;
                case DAY -> DAY;
                case WORD, WORDS, MEDICATION, FILE -> TEXT;
            };
        }
    }

    /** A value that stands for something, such as an option of a question. */
    public record Code(String value, Text label) {}

    /** Why an answer may not be there. */
    public static final List<Code> REASONS = List.of(
            new Code("not-applicable", new Text("not asked", "niet gevraagd")),
            new Code("skipped", new Text("skipped by the person", "overgeslagen")),
            new Code("refused", new Text("preferred not to say", "zei het liever niet")),
            new Code("unknown", new Text("not known", "niet bekend")));

    /** Why a computed value may not be there: besides, because its time had not come. */
    public static final List<Code> REASONS_OF_COMPUTED = Stream.concat(
                    REASONS.stream(), Stream.of(new Code("not-reached", new Text("not reached", "niet bereikt"))))
            .toList();

    /**
     * One variable.
     *
     * @param type as the protocol calls it, such as {@code choice} or {@code integer}
     * @param codes what its values mean; none where they mean themselves
     * @param remark what the codebook says of its values where they have no codes
     * @param reason the column that says why a cell of this one is empty
     */
    public record Column(
            String name,
            String type,
            Kind kind,
            Text label,
            List<Code> codes,
            String remark,
            Optional<String> reason,
            Amended amended) {

        public Column {
            codes = List.copyOf(codes);
        }

        public static Column of(String name, String type, Kind kind, Text label) {
            return new Column(name, type, kind, label, List.of(), "", Optional.empty(), Amended.NEVER);
        }

        public static Column text(String name, Text label) {
            return of(name, "text", Kind.TEXT, label);
        }

        public static Column integer(String name, Text label) {
            return of(name, "integer", Kind.NUMBER, label);
        }

        static Column number(String name, Text label) {
            return of(name, "number", Kind.NUMBER, label);
        }

        static Column truth(String name, Text label) {
            return of(name, "boolean", Kind.TRUTH, label);
        }

        public static Column choice(String name, Text label, List<Code> codes) {
            return of(name, "choice", Kind.TEXT, label).with(codes);
        }

        public Column with(List<Code> meanings) {
            return new Column(name, type, kind, label, meanings, remark, reason, amended);
        }

        Column remarked(String said) {
            return new Column(name, type, kind, label, codes, said, reason, amended);
        }

        public Column explainedBy(String column) {
            return new Column(name, type, kind, label, codes, remark, Optional.of(column), amended);
        }

        /** The same, explained by no column that is not among these. */
        Column explainedWithin(List<String> columns) {
            return new Column(name, type, kind, label, codes, remark, reason.filter(columns::contains), amended);
        }

        /** The same with coarser values, which are texts. */
        public Column generalised(String how) {
            return new Column(name, type, Kind.TEXT, label, codes, how, reason, amended);
        }

        Column amended(Amended change) {
            return new Column(name, type, kind, label, codes, remark, reason, change);
        }

        /** Whether every cell of it is one of its codes; where several were chosen, they are in one cell. */
        public boolean isCoded() {
            return !codes.isEmpty() && !type.equals("choices");
        }

        /** What a code means in English, with the code behind it where another of them is called the same. */
        public String uniqueLabel(Code code) {
            String label = code.label().en();
            boolean isUnique = codes.stream()
                            .filter(other -> other.label().en().equals(label))
                            .count()
                    == 1;
            return isUnique ? label : label + " (" + code.value() + ")";
        }

        /** What the codebook says of its values: {@code code = label} in English, separated by {@code |}. */
        public String values() {
            return codes.isEmpty()
                    ? remark
                    : codes.stream()
                            .map(code -> code.value() + " = " + code.label().en())
                            .collect(Collectors.joining(" | "));
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

    /** The same table under another name. */
    Table named(String other) {
        return new Table(other, label, columns, rows);
    }

    /** The rows, one at a time, each with a cell for every column; an empty cell is a missing value. */
    public interface Rows {
        void each(Consumer<String[]> row);

        /** Those of some subjects alone, whose ids are in the first cell; a table that can find them does not read the rest. */
        default void of(Set<String> subjects, Consumer<String[]> row) {
            each(cells -> {
                if (subjects.contains(cells[0])) {
                    row.accept(cells);
                }
            });
        }

        /**
         * The same rows, each after what it is called among those of its subject in every release, where its cells do not
         * say so; empty where they do ({@link RowKeys}). It may be a date, and is in no release.
         */
        default void eachCalled(BiConsumer<String, String[]> row) {
            each(cells -> row.accept("", cells));
        }

        /** Rows that are called something. */
        static Rows called(Consumer<BiConsumer<String, String[]>> all) {
            return new Rows() {
                @Override
                public void each(Consumer<String[]> row) {
                    all.accept((name, cells) -> row.accept(cells));
                }

                @Override
                public void eachCalled(BiConsumer<String, String[]> row) {
                    all.accept(row);
                }
            };
        }

        /**
         * The subjects who have a row, in the order of the rows, each at least once; a table that knows them does not read
         * its rows.
         */
        default void subjects(Consumer<String> id) {
            each(cells -> id.accept(cells[0]));
        }

        /** The same rows, each with other cells; the first stays what it is. */
        default Rows with(UnaryOperator<String[]> cells) {
            Rows rows = this;
            return new Rows() {
                @Override
                public void each(Consumer<String[]> row) {
                    rows.each(given -> row.accept(cells.apply(given)));
                }

                @Override
                public void eachCalled(BiConsumer<String, String[]> row) {
                    rows.eachCalled((name, given) -> row.accept(name, cells.apply(given)));
                }

                @Override
                public void of(Set<String> subjects, Consumer<String[]> row) {
                    rows.of(subjects, given -> row.accept(cells.apply(given)));
                }

                @Override
                public void subjects(Consumer<String> id) {
                    rows.subjects(id);
                }
            };
        }
    }
}
