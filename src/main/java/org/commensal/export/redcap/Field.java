package org.commensal.export.redcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;

/**
 * A column of a table as REDCap knows it.
 *
 * @param place of its cells in a row of the table
 * @param reason the place of the cell that says why its own is empty; negative where none does
 * @param exported the columns that it is exported as: one for each option where several can be chosen
 */
record Field(String name, Column column, int place, int reason, List<String> exported) {

    private static final Set<String> WHOLE = Set.of("integer", "nrs", "vas");

    static Field of(String name, Column column, int place, int reason) {
        Names options = new Names(Set.of());
        List<String> exported = isCheckbox(column)
                ? column.codes().stream()
                        .map(code -> options.giveAsItIs(name + "___" + Names.option(code.value())))
                        .toList()
                : List.of(name);
        return new Field(name, column, place, reason, exported);
    }

    boolean isCheckbox() {
        return isCheckbox(column);
    }

    private static boolean isCheckbox(Column column) {
        return column.type().equals("choices") && !column.codes().isEmpty();
    }

    private boolean isRadio() {
        return column.type().equals("choice") && !column.codes().isEmpty();
    }

    /** Its type in a data dictionary. */
    String type() {
        if (isCheckbox()) {
            return "checkbox";
        }
        if (isRadio()) {
            return "radio";
        }
        return column.kind() == Kind.TRUTH ? "yesno" : "text";
    }

    String validation() {
        if (!type().equals("text")) {
            return "";
        }
        return switch (column.kind()) {
            case DAY -> "date_ymd";
            case NUMBER -> WHOLE.contains(column.type()) ? "integer" : "number";
            case TEXT, TRUTH -> "";
        };
    }

    /** Its options, where every cell is one of them. */
    String choices() {
        return isCheckbox() || isRadio() ? listed(column.codes()) : "";
    }

    /** What else is to be said of its values. */
    String note() {
        return choices().isEmpty() && !column.codes().isEmpty() ? listed(column.codes()) : column.remark();
    }

    String label() {
        return plain(column.label().en());
    }

    /** What is written above each of its columns. */
    List<String> headings() {
        return isCheckbox()
                ? column.codes().stream()
                        .map(code -> label() + " (choice=" + plain(code.label().en()) + ")")
                        .toList()
                : List.of(label());
    }

    /**
     * Puts a cell where its columns begin. Nothing is ticked and nothing is unticked where nobody answered.
     *
     * @param from where its columns begin in the row
     */
    void put(String[] cells, String[] row, int from, Wanted wanted) {
        String cell = cells[place];
        if (isCheckbox()) {
            List<String> chosen = List.of(cell.split(";"));
            for (int i = 0; i < exported.size() && !cell.isEmpty(); i++) {
                Code code = column.codes().get(i);
                row[from + i] = wanted.tick(
                        chosen.contains(code.value()), plain(code.label().en()));
            }
        } else if (cell.isEmpty()) {
            row[from] = wanted.labels() || reason < 0 ? "" : Missing.code(cells[reason]);
        } else {
            row[from] = wanted.labels() ? inWords(cell) : inCode(cell);
        }
    }

    /** What is in its columns, where something is: of an option that was ticked, its code or what it means. */
    List<String> values(String[] row, int from, Wanted wanted) {
        if (!isCheckbox()) {
            return List.of(row[from]);
        }
        List<String> ticked = new ArrayList<>();
        for (int i = 0; i < exported.size(); i++) {
            Code code = column.codes().get(i);
            String label = plain(code.label().en());
            if (row[from + i].equals(wanted.tick(true, label))) {
                ticked.add(wanted.labels() ? label : code.value());
            }
        }
        return ticked;
    }

    private String inCode(String cell) {
        return column.kind() == Kind.TRUTH ? (cell.equals("true") ? "1" : "0") : cell;
    }

    private String inWords(String cell) {
        if (column.kind() == Kind.TRUTH) {
            return cell.equals("true") ? "Yes" : "No";
        }
        return column.codes().stream()
                .filter(code -> isRadio() && code.value().equals(cell))
                .map(code -> plain(code.label().en()))
                .findFirst()
                .orElse(cell);
    }

    /** On one line, and without the sign that separates options. */
    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").replace('|', '/').strip();
    }

    private static String listed(List<Code> codes) {
        return codes.stream()
                .map(code -> code.value() + ", " + plain(code.label().en()))
                .collect(Collectors.joining(" | "));
    }
}
