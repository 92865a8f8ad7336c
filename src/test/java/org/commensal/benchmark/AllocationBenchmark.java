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
        Load.run(port, CONNECTIONS, requests("allocation-warm-up", WARM_UP, STRATA));
        oneStream();
        manyStreams();
    }

    /** As with minimisation: everybody waits for everybody, here and there. */
    private void oneStream() throws Exception {
        List<byte[]> all = requests("allocation-one-stream", MEASURED, 1);
        double limit = limit(1);
        against("allocations in one stream", Load.run(port, CONNECTIONS, all), limit);
    }

    private void manyStreams() throws Exception {
        List<byte[]> all = requests("allocation-benchmark", PARTICIPANTS, STRATA);
        Load.run(port, CONNECTIONS, all.subList(0, BEFORE));
        double limit = limit(STRATA);
        Load.Result first = Load.run(port, CONNECTIONS, all.subList(BEFORE, BEFORE + MEASURED));
        against("allocations in 24 streams after %d participants".formatted(BEFORE), first, limit);
        Load.run(port, CONNECTIONS, all.subList(BEFORE + MEASURED, PARTICIPANTS - MEASURED));
        limit = limit(STRATA);
        Load.Result last = Load.run(port, CONNECTIONS, all.subList(PARTICIPANTS - MEASURED, PARTICIPANTS));
        against("allocations in 24 streams after %d participants".formatted(PARTICIPANTS - MEASURED), last, limit);
        Benchmarks.row("last against first", "%.2f", last.perSecond() / first.perSecond());
    }

    private static void against(String what, Load.Result ours, double limit) {
        Benchmarks.row("pgbench, a lock and two inserts, as many streams", "%.0f/s", limit);
        Benchmarks.row(what, "%.0f/s, p99 %.1f ms", ours.perSecond(), ours.percentile(0.99));
        Benchmarks.row("these against pgbench", "%.2f", ours.perSecond() / limit);
        Benchmarks.row("answers", "%s", ours.statuses());
    }

    private double limit(int strata) throws Exception {
        floor.pgbench("allocation.sql", CONNECTIONS, 3, "-D", "strata=" + strata);
        return floor.pgbench("allocation.sql", CONNECTIONS, 10, "-D", "strata=" + strata)
                .perSecond();
    }

    private List<byte[]> requests(String id, int participants, int strata) throws Exception {
        BenchmarkStudy study = new BenchmarkStudy(base, "allocation-benchmark", id);
        String model = study.eligible();
        ParticipantCode like = ParticipantCode.parse(model);
        List<Copies.Copy> copies = IntStream.range(1, participants + 1)
                .map(i -> like.number() + i)
                .mapToObj(number -> new Copies.Copy(
                        ParticipantCode.of(like.sitePrefix(), number).value(),
                        number,
                        String.format(Locale.ROOT, "{\"stratum\": %d}", 1 + number % strata)))
                .toList();
        try (Connection connection = floor.connect("trials")) {
            Copies.make(connection, id, model, copies);
            connection.createStatement().execute("vacuum analyze");
        }
        return study.randomisations(copies.stream().map(Copies.Copy::code).toList());
    }
}
