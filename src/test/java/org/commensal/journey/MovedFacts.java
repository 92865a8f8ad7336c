package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of a database, moved into another one of the other kind, H2 or PostgreSQL, which a server of the same
 * version has made: as somebody does who goes over to PostgreSQL, or restores what another server had.
 */
final class MovedFacts {

    private static final String HISTORY = "flyway_schema_history";

    private final Connection from;
    private final Connection to;

    private MovedFacts(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** @param to the address of the other database, with somebody in it who may write without the rules of the tables */
    static void move(String from, String to) {
        try (Connection source = DriverManager.getConnection(from);
                Connection target = DriverManager.getConnection(to)) {
            new MovedFacts(source, target).all();
        } catch (SQLException failed) {
            throw new IllegalStateException(to, failed);
        }
    }

    private void all() throws SQLException {
        List<String> tables = tables(to);
        assertThat(tables(from)).isEqualTo(tables).contains("responses", "audit_entries", "releases");
        boolean toH2 = isH2(to);
        try (Statement statement = to.createStatement()) {
            statement.execute(toH2 ? "set referential_integrity false" : "set session_replication_role = replica");
            for (String table : tables) {
                statement.execute("delete from " + table);
                copy(table);
            }
            statement.execute(toH2 ? "set referential_integrity true" : "set session_replication_role = origin");
        }
    }

    private void copy(String table) throws SQLException {
        List<String> columns = columns(table);
        String names = String.join(", ", columns);
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String insert = "insert into " + table + " (" + names + ") overriding system value values (" + places + ")";
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("select " + names + " from " + table);
                PreparedStatement row = to.prepareStatement(insert)) {
            while (rows.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    set(row, i, rows);
                }
                row.addBatch();
            }
            row.executeBatch();
        }
        goOn(table);
    }

    /** What numbers its rows itself goes on after the last of them. */
    private void goOn(String table) throws SQLException {
        try (Statement statement = to.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                if (none.getMetaData().isAutoIncrement(i)) {
                    String column = none.getMetaData().getColumnName(i);
                    restart(table, column);
                }
            }
        }
    }

    private void restart(String table, String column) throws SQLException {
        try (Statement statement = to.createStatement();
                ResultSet last = statement.executeQuery("select max(" + column + ") from " + table)) {
            last.next();
            long next = last.getLong(1) + 1;
            statement.execute("alter table " + table + " alter column " + column + " restart with " + next);
        }
    }

    /** JSON is text in one and a type in the other; moments come as what neither reads from the other. */
    private void set(PreparedStatement row, int i, ResultSet rows) throws SQLException {
        String type = rows.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT);
        Object value = rows.getObject(i);
        if (value == null) {
            row.setObject(i, null);
        } else if (type.startsWith("timestamp")) {
            row.setObject(i, rows.getObject(i, OffsetDateTime.class));
        } else if (type.startsWith("json")) {
            row.setString(i, rows.getString(i));
        } else if (value instanceof String && !isH2(to)) {
            row.setObject(i, value, Types.OTHER);
        } else if (type.equals("bytea") || type.startsWith("binary")) {
            row.setBytes(i, rows.getBytes(i));
        } else {
            row.setObject(i, value);
        }
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = to.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = data.getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                boolean own = Stream.of("pg_catalog", "information_schema")
                        .noneMatch(rows.getString("TABLE_SCHEM")::equalsIgnoreCase);
                String name = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (own && !name.equals(HISTORY)) {
                    tables.add(name);
                }
            }
        }
        return tables.stream().sorted().toList();
    }

    private static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
}
