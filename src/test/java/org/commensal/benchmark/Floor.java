package org.commensal.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PostgreSQL does by itself with the same tables on the same machine: the limit that the server is held against. */
final class Floor {

    private static final Path SCRIPTS = Path.of("src/test/resources/benchmark");

    private final int port;

    Floor(int port) {
        this.port = port;
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /**
     * Gives pgbench a database of its own with the same tables, so that the server is not measured while it seals the
     * entries of pgbench. Nobody may be connected to the first one.
     */
    void prepare() throws SQLException {
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute("create database floor template trials");
        }
        try (Connection connection = connect("floor")) {
            connection.createStatement().execute("""
                    insert into participants (id, study, code, site, prefix, number, audit)
                    select gen_random_uuid(), 'benchmark', 'ONE-' || g, 'one', 'ONE', g, (select id from audit_entries limit 1)
                    from generate_series(1, 200) g""");
            connection.createStatement().execute("""
                    create sequence floor_participants;
                    insert into locks (name) select 'floor/' || g from generate_series(1, 24) g;
                    insert into participants (id, study, code, site, prefix, number, audit)
                    select gen_random_uuid(), 'floor', 'LIM-' || g, 'one', 'LIM', g, (select id from audit_entries limit 1)
                    from generate_series(1, 200000) g""");
        }
    }

    /** Waits until the demonstration has lived through its months, so that it is not measured along. */
    void awaitQuiet() throws SQLException, InterruptedException {
        try (Connection connection = connect("trials")) {
            for (long before = -1, now = responses(connection); now != before; now = responses(connection)) {
                before = now;
                Thread.sleep(5_000);
            }
        }
    }

    private static long responses(Connection connection) throws SQLException {
        try (var found = connection.createStatement().executeQuery("select count(*) from responses")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** Transactions a second of pgbench with this script, and how long they take in ms. */
    Load.Result pgbench(String script, int clients, int seconds, String... more)
            throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory("pgbench");
        List<String> command = new ArrayList<>(List.of("pgbench", "-h", "localhost", "-p", Integer.toString(port)));
        command.addAll(List.of("-U", "postgres", "-n", "-M", "prepared", "-j", "2", "-l"));
        command.addAll(List.of("-f", SCRIPTS.resolve(script).toAbsolutePath().toString()));
        command.addAll(List.of("-c", Integer.toString(clients), "-T", Integer.toString(seconds)));
        command.addAll(List.of(more));
        command.add("floor");
        Process process = new ProcessBuilder(command)
                .directory(logs.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(output);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException("pgbench failed:\n" + output);
        }
        return new Load.Result(Double.parseDouble(tps.group(1)), millis(logs), java.util.Map.of());
    }

    private static double[] millis(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            List<String> lines = files.flatMap(Floor::lines).toList();
            return lines.stream()
                    .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]) / 1000)
                    .sorted()
                    .toArray();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
