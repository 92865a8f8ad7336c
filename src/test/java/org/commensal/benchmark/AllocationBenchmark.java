package org.commensal.benchmark;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commensal.journey.Copies;
import org.commensal.kernel.ParticipantCode;

/**
 * Randomises 100,000 participants of one study in 24 strata through the API, and holds the first and the last of them
 * against PostgreSQL alone.
 */
final class AllocationBenchmark {

    private static final int PARTICIPANTS = 100_000;
    private static final int WARM_UP = 10_000;
    private static final int BEFORE = 100;
    private static final int MEASURED = 5_000;
    private static final int CONNECTIONS = 32;
    private static final int STRATA = 24;

    private final String base;
    private final int port;
    private final Floor floor;

    AllocationBenchmark(String base, int port, Floor floor) {
        this.base = base;
        this.port = port;
        this.floor = floor;
    }

    void run() throws Exception {
        Load.run(port, CONNECTIONS, requests("allocation-warm-up", WARM_UP));
        List<byte[]> all = requests("allocation-benchmark", PARTICIPANTS);
        Load.run(port, CONNECTIONS, all.subList(0, BEFORE));
        double limit = limit();
        Load.Result first = Load.run(port, CONNECTIONS, all.subList(BEFORE, BEFORE + MEASURED));
        Load.run(port, CONNECTIONS, all.subList(BEFORE + MEASURED, PARTICIPANTS - MEASURED));
        double limitAfter = limit();
        Load.Result last = Load.run(port, CONNECTIONS, all.subList(PARTICIPANTS - MEASURED, PARTICIPANTS));
        Benchmarks.row("pgbench, a lock and two inserts, 32 connections", "%.0f/s, then %.0f/s", limit, limitAfter);
        String after = "allocations after %d participants".formatted(BEFORE);
        Benchmarks.row(after, "%.0f/s, p99 %.1f ms", first.perSecond(), first.percentile(0.99));
        String atLast = "allocations after %d participants".formatted(PARTICIPANTS - MEASURED);
        Benchmarks.row(atLast, "%.0f/s, p99 %.1f ms", last.perSecond(), last.percentile(0.99));
        Benchmarks.row(
                "allocations against pgbench",
                "%.2f, then %.2f",
                first.perSecond() / limit,
                last.perSecond() / limitAfter);
        Benchmarks.row("answers", "%s, then %s", first.statuses(), last.statuses());
    }

    private double limit() throws Exception {
        floor.pgbench("allocation.sql", CONNECTIONS, 3);
        return floor.pgbench("allocation.sql", CONNECTIONS, 10).perSecond();
    }

    private List<byte[]> requests(String id, int participants) throws Exception {
        BenchmarkStudy study = new BenchmarkStudy(base, "allocation-benchmark", id);
        String model = study.eligible();
        ParticipantCode like = ParticipantCode.parse(model);
        List<Copies.Copy> copies = IntStream.range(1, participants + 1)
                .map(i -> like.number() + i)
                .mapToObj(number -> new Copies.Copy(
                        ParticipantCode.of(like.sitePrefix(), number).value(),
                        number,
                        String.format(Locale.ROOT, "{\"stratum\": %d}", 1 + number % STRATA)))
                .toList();
        try (Connection connection = floor.connect("trials")) {
            Copies.make(connection, id, model, copies);
            connection.createStatement().execute("vacuum analyze");
        }
        return study.randomisations(copies.stream().map(Copies.Copy::code).toList());
    }
}
