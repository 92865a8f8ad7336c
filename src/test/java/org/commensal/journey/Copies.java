package org.commensal.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Participants like one that went the whole way to randomisation, made in PostgreSQL, so that what comes after is all
 * that takes time.
 */
public final class Copies {

    private static final List<String> TABLES =
            List.of("participants", "milestones", "consents", "responses", "response_counts");

    /** Statements of this many copies at a time. */
    private static final int PART = 5000;

    /** One more participant; the answers that differ from those of the model, as JSON. */
    public record Copy(String code, int number, String answers) {}

    private Copies() {}

    /** @param connection of somebody who may write without the rules of the tables */
    public static void make(Connection connection, String study, String model, List<Copy> copies) throws SQLException {
        for (int from = 0; from < copies.size(); from += PART) {
            make(connection, of(connection, study, model), copies.subList(from, Math.min(copies.size(), from + PART)));
        }
    }

    private static void make(Connection connection, String inserts, List<Copy> copies) throws SQLException {
        String values = copies.stream()
                .map(copy -> "('" + copy.code() + "', " + copy.number() + ", '" + copy.answers() + "'::jsonb)")
                .collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin; set local session_replication_role = replica;"
                    + " create temporary table copies on commit drop as select * from (values " + values
                    + ") as c (code, number, answers);" + inserts + "commit");
        }
    }

    private static String of(Connection connection, String study, String model) throws SQLException {
        StringBuilder inserts = new StringBuilder();
        for (String table : TABLES) {
            boolean people = table.equals("participants");
            Map<String, String> other = Map.of(
                    "id",
                    "gen_random_uuid()",
                    people ? "code" : "participant",
                    "c.code",
                    "number",
                    "c.number",
                    "answers",
                    table.equals("responses") ? "m.answers::jsonb || c.answers" : "m.answers");
            List<String> columns = columns(connection, table);
            String selected = columns.stream()
                    .map(column -> other.getOrDefault(column, "m." + column))
                    .collect(Collectors.joining(", "));
            inserts.append(" insert into ")
                    .append(table)
                    .append(" (" + String.join(", ", columns) + ") select " + selected)
                    .append(" from " + table + " m, copies c where m.study = '" + study + "'")
                    .append(" and m." + (people ? "code" : "participant") + " = '" + model + "';");
        }
        return inserts.toString();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
