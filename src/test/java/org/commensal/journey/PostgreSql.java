package org.commensal.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL for the time of the tests, with a database for each test that asks. The servers work on it as in
 * production: one role owns the tables, another may read and add.
 */
final class PostgreSql {

    private static Optional<EmbeddedPostgres> cluster = Optional.empty();

    private final String name;

    private PostgreSql(String name) {
        this.name = name;
    }

    /** A fresh, empty database of this name. */
    static synchronized PostgreSql database(String name) {
        try {
            if (cluster.isEmpty()) {
                cluster = Optional.of(EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start());
                execute("postgres", "create role trials_owner login; create role trials_app login");
            }
            PostgreSql database = new PostgreSql(name);
            execute("postgres", "drop database if exists " + name + " with (force)");
            execute("postgres", "create database " + name + " owner trials_owner");
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a server needs to use it. */
    Map<String, String> settings() {
        return Map.of(
                "database.url", url(name),
                "database.user", "trials_app",
                "database.migration.user", "trials_owner");
    }

    /** Every row of a query, each as its columns in order. */
    List<Object[]> rows(String query) {
        try (Connection connection = DriverManager.getConnection(url(name), "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<Object[]> rows = new ArrayList<>();
            while (result.next()) {
                Object[] row = new Object[result.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = result.getObject(i + 1);
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    /** Where it is, for somebody who rules over the whole database. */
    String address() {
        return url(name) + "?user=postgres&password=postgres";
    }

    /** Makes participants like this one. */
    void copy(String study, String model, List<Copies.Copy> copies) {
        try (Connection connection = DriverManager.getConnection(url(name), "postgres", "postgres")) {
            Copies.make(connection, study, model, copies);
        } catch (SQLException failed) {
            throw new IllegalStateException(model, failed);
        }
    }

    /** Does what only somebody can who rules over the whole database. */
    void tamper(String command) {
        execute(name, command);
    }

    private static void execute(String database, String command) {
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failed) {
            throw new IllegalStateException(command, failed);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + cluster.orElseThrow().getPort() + "/" + database;
    }
}
