package org.commensal.export.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.commensal.export.release.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What DuckDB, which others wrote, reads from a file of Parquet. */
class ParquetFormatTest {

    @TempDir
    Path folder;

    static List<Table> tables() {
        return List.of(SampleTable.TABLE, SampleTable.ONE_COLUMN, SampleTable.NO_ROWS, SampleTable.LARGE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anotherProgramReadsEveryCell(Table table) throws Exception {
        String file = "'" + written(table) + "'";

        assertThat(ask("select * from " + file)).isEqualTo(SampleTable.values(table));
        assertThat(ask("select column_name from (describe select * from " + file + ")"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        table.columns().stream().map(Table.Column::name).toList());
    }

    @Test
    void aColumnHasTheTypeOfItsCells() throws Exception {
        assertThat(ask("select column_type from (describe select * from '" + written(SampleTable.TABLE) + "') limit 8"))
                .extracting(row -> row.get(0))
                .containsExactly("VARCHAR", "DOUBLE", "VARCHAR", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE", "VARCHAR");
    }

    @Test
    void theFileSaysWhatItsColumnsAndCodesMean() throws Exception {
        List<List<Object>> said =
                ask("select decode(value) from parquet_kv_metadata('" + written(SampleTable.TABLE) + "')");

        assertThat(said).hasSize(1);
        assertThat(said.get(0).get(0).toString())
                .contains("{\"value\":\"zoë\",\"label\":{\"en\":\"Zoë's café\",\"nl\":\"Café van Zoë\"}}")
                .contains("\"reason\":\"often_missing\"");
    }

    /** Six times as many bytes as are held at once. */
    @Test
    void aLargeTableIsInSeveralRowGroups() throws Exception {
        String text = "x".repeat(250);
        Table large = new Table("large", SampleTable.TABLE.label(), SampleTable.ONE_COLUMN.columns(), rows -> {
            for (int i = 0; i < 100_000; i++) {
                rows.accept(new String[] {text + i});
            }
        });
        String file = "'" + written(large) + "'";

        assertThat(ask("select count(distinct row_group_id), sum(row_group_num_rows) from parquet_metadata(" + file
                                + ")")
                        .toString())
                .isEqualTo("[[7, 100000]]");
        assertThat(ask("select count(distinct \"only\") from " + file).toString())
                .isEqualTo("[[100000]]");
    }

    private Path written(Table table) throws IOException {
        Path file = folder.resolve(table.name() + ".parquet");
        try (var out = Files.newOutputStream(file)) {
            new ParquetFormat().write(table, out);
        }
        return file;
    }

    private static List<List<Object>> ask(String query) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    Object value = result.getObject(i);
                    row.add(value instanceof java.sql.Date date ? date.toLocalDate() : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
