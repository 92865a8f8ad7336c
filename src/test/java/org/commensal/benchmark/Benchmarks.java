package org.commensal.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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
    private static final int RESPONSES = 100_000;
    private static final int RUNS = 5;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        boolean pagesAlone = List.of(arguments).contains("pages");
        if (!pagesAlone) {
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
            measure(folder, new Floor(postgres.getPort()), pagesAlone);
        }
    }

    private static void measure(Path folder, Floor floor, boolean pagesAlone) throws Exception {
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
            if (pagesAlone) {
                pages.run();
                return;
            }
            BenchmarkStudy study = new BenchmarkStudy(server.base().toString(), "benchmark", "benchmark");
            study.screen(PARTICIPANTS);
            List<byte[]> requests = study.submissions(BenchmarkStudy.VISITS);
            Load.run(server.base().getPort(), CONNECTIONS, requests.subList(0, 1000));
            row("resident memory after 1,000 requests", "%.0f MB", residentMegabytes(server.pid()));
            Load.run(server.base().getPort(), CONNECTIONS, requests.subList(1000, WARM_UP));
            submissions(server, floor, requests.subList(WARM_UP, WARM_UP + MEASURED));
            releases(study, floor, server);
            new AllocationBenchmark(server.base().toString(), server.base().getPort(), floor).run();
            pages.run();
        }
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

    private static void releases(BenchmarkStudy study, Floor floor, RunningServer server) throws Exception {
        floor.fill(RESPONSES);
        double before = residentMegabytes(server.pid());
        double[] copies = new double[RUNS];
        double[] releases = new double[RUNS];
        String path = study.release("benchmark");
        study.download(path);
        for (int run = 0; run < RUNS; run++) {
            copies[run] = floor.copyMillis();
            long begin = System.nanoTime();
            study.download(path);
            releases[run] = (System.nanoTime() - begin) / 1e6;
        }
        row("COPY of 100,000 responses as columns", "%.0f ms", median(copies));
        row("release of 100,000 responses, downloaded", "%.0f ms", median(releases));
        row("release against COPY", "%.2f", median(releases) / median(copies));
        row(
                "resident memory before and after " + RUNS + " releases",
                "%.0f MB, %.0f MB",
                before,
                residentMegabytes(server.pid()));
    }

    private static double median(double[] values) {
        return DoubleStream.of(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double residentMegabytes(long pid) throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            String line =
                    lines.filter(text -> text.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
    }

    static void row(String what, String format, Object... values) {
        System.out.println("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |");
    }
}
