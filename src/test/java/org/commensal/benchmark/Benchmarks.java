package org.commensal.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commensal.journey.RunningServer;

/**
 * Measures the server against PostgreSQL itself, on one machine and in one run, and prints the table of
 * {@code src/docs/benchmarks.md}. Needs {@code pgbench} on the path.
 */
public final class Benchmarks {

    private static final int PARTICIPANTS = 400;
    private static final int CONNECTIONS = 32;
    /** By then the compiler of the virtual machine has fallen silent; before, it takes a third of the processor. */
    private static final int WARM_UP = 30_000;

    private static final int MEASURED = 10_000;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> asked = List.of(arguments);
        if (asked.contains("all")) {
            ScoringBenchmark.main(arguments);
            SimulationBenchmark.main(arguments);
        }
        Path folder = Files.createTempDirectory(Path.of("target"), "benchmark");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("create database trials");
            }
            measure(folder, new Floor(postgres.getPort()), asked.get(0));
        }
    }

    private static void measure(Path folder, Floor floor, String asked) throws Exception {
        Map<String, String> settings = Map.of(
                "app.mode", "demo",
                "database.url", floor.url("trials"),
                "database.user", "postgres");
        List<String> production = List.of("-Xmx512m", "-XX:+UseSerialGC");
        RunningServer.start(folder, settings, production).close();
        floor.prepare();
        long begin = System.nanoTime();
        try (RunningServer server = RunningServer.start(folder, settings, production)) {
            row("start to ready", "%.1f s", (System.nanoTime() - begin) / 1e9);
            floor.awaitQuiet();
            PagesBenchmark pages =
                    new PagesBenchmark(server.base().toString(), server.base().getPort(), floor);
            ReleasesBenchmark releases = new ReleasesBenchmark(server, floor, folder);
            switch (asked) {
                case "pages" -> pages.run();
                case "releases" -> releases.run();
                default -> {
                    submissions(server, floor);
                    new AllocationBenchmark(
                                    server.base().toString(), server.base().getPort(), floor)
                            .run();
                    pages.run();
                    // They fill the study whose pages are measured.
                    releases.run();
                }
            }
        }
    }

    private static void submissions(RunningServer server, Floor floor) throws Exception {
        BenchmarkStudy study = new BenchmarkStudy(server.base().toString(), "benchmark", "benchmark");
        study.screen(PARTICIPANTS);
        List<byte[]> requests = study.submissions(BenchmarkStudy.VISITS);
        Load.run(server.base().getPort(), CONNECTIONS, requests.subList(0, 1000));
        row("resident memory after 1,000 requests", "%.0f MB", ReleasesBenchmark.megabytes(server.pid(), "VmRSS"));
        Load.run(server.base().getPort(), CONNECTIONS, requests.subList(1000, WARM_UP));
        submissions(server, floor, requests.subList(WARM_UP, WARM_UP + MEASURED));
    }

    private static void submissions(RunningServer server, Floor floor, List<byte[]> requests) throws Exception {
        floor.pgbench("two-inserts.sql", CONNECTIONS, 5);
        Load.Result limit = floor.pgbench("two-inserts.sql", CONNECTIONS, 15);
        Load.Result ours = Load.run(server.base().getPort(), CONNECTIONS, requests);
        row("pgbench, two inserts, 32 connections", "%.0f/s, p99 %.1f ms", limit.perSecond(), limit.percentile(0.99));
        row("submissions, 32 connections", "%.0f/s, p99 %.1f ms", ours.perSecond(), ours.percentile(0.99));
        row("submissions against pgbench", "%.2f", ours.perSecond() / limit.perSecond());
        row("answers", "%s", ours.statuses());
    }

    static void row(String what, String format, Object... values) {
        System.out.println("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |");
    }
}
