package org.commensal.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.commensal.export.release.Codebook;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/** The codebook as a workbook of Excel: a sheet of tables, one of variables and one of codes. It holds no data. */
final class XlsxFormat implements Format {

    @Override
    public String note() {
        return """
                codebook.xlsx is the codebook for spreadsheets: a sheet of tables, one of variables and one of codes.
                """;
    }

    @Override
    public List<File> files(Dataset dataset) {
        return List.of(new File("codebook.xlsx", out -> write(dataset, out)));
    }

    private static long write(Dataset dataset, OutputStream out) throws IOException {
        Workbook.write(List.of(tables(dataset.tables()), variables(dataset.tables()), codes(dataset.tables())), out);
        return 0;
    }

    private static Table tables(List<Table> tables) {
        return new Table(
                "Tables",
                Text.same("-"),
                List.of(text("table"), text("label_en"), text("label_nl"), number("columns"), number("rows")),
                rows -> tables.forEach(table -> rows.accept(new String[] {
                    table.name(),
                    table.label().en(),
                    table.label().nl(),
                    Integer.toString(table.columns().size()),
                    Long.toString(Layout.count(table))
                })));
    }

    private static Table variables(List<Table> tables) {
        Table codebook = Codebook.of(tables);
        return new Table("Variables", codebook.label(), codebook.columns(), codebook.rows());
    }

    private static Table codes(List<Table> tables) {
        return new Table(
                "Codes",
                Text.same("-"),
                List.of(text("table"), text("column"), text("code"), text("label_en"), text("label_nl")),
                rows -> {
                    for (Table table : tables) {
                        for (Column column : table.columns()) {
                            for (Code code : column.codes()) {
                                rows.accept(new String[] {
                                    table.name(),
                                    column.name(),
                                    code.value(),
                                    code.label().en(),
                                    code.label().nl()
                                });
                            }
                        }
                    }
                });
    }

    private static Column text(String name) {
        return Column.text(name, Text.same(name));
    }

    private static Column number(String name) {
        return Column.integer(name, Text.same(name));
    }
}
