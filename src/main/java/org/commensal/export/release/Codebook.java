package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/** What each column of a release means, as a table of its own. */
public final class Codebook {

    private static final List<Column> COLUMNS = List.of(
            column("table", "File", "Bestand"),
            column("column", "Column", "Kolom"),
            column("type", "Type", "Type"),
            column("label_en", "Meaning in English", "Betekenis in het Engels"),
            column("label_nl", "Meaning in Dutch", "Betekenis in het Nederlands"),
            column("values", "Codes and what they mean", "Codes en hun betekenis"));
    private static final List<Column> AMENDED = List.of(
            column("versions", "Protocol versions that have it", "Versies van het protocol die dit hebben"),
            column("earlier_en", "Earlier wording in English", "Eerdere formulering in het Engels"),
            column("earlier_nl", "Earlier wording in Dutch", "Eerdere formulering in het Nederlands"));

    private Codebook() {}

    /** Of data that were collected on several versions of the protocol it says which version had what. */
    public static Table of(List<Table> tables) {
        boolean amended = tables.stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> !column.amended().versions().isEmpty());
        List<Column> columns = new ArrayList<>(COLUMNS);
        columns.addAll(amended ? AMENDED : List.of());
        return new Table(
                "codebook",
                new Text("Codebook", "Codeboek"),
                columns,
                rows -> tables.forEach(table -> table.columns()
                        .forEach(column -> rows.accept(Arrays.copyOf(cells(table, column), columns.size())))));
    }

    private static String[] cells(Table table, Column column) {
        return new String[] {
            table.name(),
            column.name(),
            column.type(),
            column.label().en(),
            column.label().nl(),
            column.values(),
            column.amended().versions(),
            column.amended().earlier().map(Text::en).orElse(""),
            column.amended().earlier().map(Text::nl).orElse("")
        };
    }

    private static Column column(String name, String en, String nl) {
        return Column.text(name, new Text(en, nl));
    }
}
