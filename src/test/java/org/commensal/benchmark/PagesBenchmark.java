package org.commensal.benchmark;

import java.sql.Connection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commensal.journey.Copies;
import org.commensal.kernel.ParticipantCode;

/**
 * How long the pages of a study team take: those of the demonstration with 300 participants who have lived through its
 * months, and the list of a study with 10,000; each against the sign-in page, which shows nothing of a study.
 */
final class PagesBenchmark {

    private static final String PASSWORD = "demonstration";
    private static final int MANY = 10_000;
    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 1_500;
    private static final int MEASURED = 1_500;

    private final String base;
    private final int port;
    private final Floor floor;

    PagesBenchmark(String base, int port, Floor floor) {
        this.base = base;
        this.port = port;
        this.floor = floor;
    }

    void run() throws Exception {
        String reader = BenchmarkStudy.token(base, "data-manager", PASSWORD);
        String model = Demonstration.fill(floor);
        String study = "/studies/" + Demonstration.STUDY;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", study);
        pages.put("everything that waits", study + "?waiting=all");
        pages.put("participants", study + "/participants");
        pages.put("participants, by day of randomisation", study + "/participants?sort=-randomised");
        pages.put("a participant", study + "/participants/" + model);
        pages.put("screening log", study + "/screening-log");
        pages.put("flow of participants", study + "/flow");
        pages.put("alerts", study + "/alerts");
        pages.put("queries", study + "/queries");
        pages.put("deviations", study + "/deviations");
        pages.put("missing data", study + "/missing-data");
        pages.put("data closing", study + "/closing");
        pages.put("adverse events", study + "/adverse-events");
        pages.put("protocol", study + "/protocol");
        warmUp("/sign-in", "");
        pages.values().forEach(path -> warmUp(path, reader));
        double trivial = measure("sign-in page of the demonstration", "/sign-in", "", 0);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            measure(page.getKey() + ", 300 participants", page.getValue(), reader, trivial);
        }
        BenchmarkStudy many = new BenchmarkStudy(base, "allocation-benchmark", "ten-thousand");
        grow(many, "ten-thousand");
        String list = "/studies/ten-thousand/participants";
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("participants, 10,000", list);
        lists.put("the last page of them", list + "?page=199");
        lists.put("a search among them", list + "?search=-99");
        lists.put("the last enrolled among them", list + "?stage=enrolled&sort=-enrolled");
        lists.values().forEach(path -> warmUp(path, many.coordinator));
        for (Map.Entry<String, String> page : lists.entrySet()) {
            measure(page.getKey(), page.getValue(), many.coordinator, trivial);
        }
    }

    /** All pages are, before any is measured: a compiler that is busy with one would take its time from another. */
    private void warmUp(String path, String token) {
        ask(path, token, WARM_UP);
    }

    private Load.Result ask(String path, String token, int times) {
        try {
            return Load.run(port, CONNECTIONS, Collections.nCopies(times, Load.page(path, token)));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Returns how long half of the answers take at most. */
    private double measure(String what, String path, String token, double trivial) {
        Load.Result result = ask(path, token, MEASURED);
        if (!result.statuses().keySet().equals(java.util.Set.of(200))) {
            throw new IllegalStateException(path + " answered " + result.statuses());
        }
        double half = result.percentile(0.5);
        Benchmarks.row(
                what,
                "%.0f/s, p50 %.1f ms, p95 %.1f ms%s",
                result.perSecond(),
                half,
                result.percentile(0.95),
                trivial == 0
                        ? ""
                        : String.format(java.util.Locale.ROOT, ", %.1f times the sign-in page", half / trivial));
        return half;
    }

    private void grow(BenchmarkStudy study, String id) throws Exception {
        String model = study.eligible();
        try (Connection connection = floor.connect("trials")) {
            int first = ParticipantCode.parse(model).number() + 1;
            Copies.make(connection, id, model, Demonstration.copies(model, first, MANY - 1));
            connection.createStatement().execute("vacuum analyze");
        }
    }
}
