package org.commensal.export.release;

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

    private Codebook() {}

    public static Table of(List<Table> tables) {
        return new Table(
                "codebook",
                new Text("Codebook", "Codeboek"),
                COLUMNS,
                rows -> tables.forEach(table -> table.columns()
                        .forEach(column -> rows.accept(new String[] {
                            table.name(),
                            column.name(),
                            column.type(),
                            column.label().en(),
                            column.label().nl(),
                            column.values()
                        }))));
    }

    private static Column column(String name, String en, String nl) {
        return new Column(name, "text", new Text(en, nl), "");
    }
}
