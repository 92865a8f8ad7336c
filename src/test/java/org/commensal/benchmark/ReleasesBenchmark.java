package org.commensal.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.commensal.export.format.Formats;
import org.commensal.journey.RunningServer;

/**
 * How long releases take and how much memory: one table of 10,000 to 1,000,000 responses with 20 items against
 * {@code COPY} of the same rows, and the flagship in all formats.
 *
 * <p>A thousand participants who were randomised keep a diary for ten, a hundred and a thousand days. Each response has an
 * entry of the audit trail of its own, as it has in a study.
 */
final class ReleasesBenchmark {

    private static final int PARTICIPANTS = 1_000;
    /** So many are randomised through the API, so that all arms are there to be copied. */
    private static final int MODELS = 8;

    private static final int FLAGSHIP_PARTICIPANTS = 300;
    private static final int RUNS = 3;
    private static final int POLL_MILLIS = 20;
    private static final int MOST = Integer.getInteger("most", 1_000_000);
    private static final String STUDY = "release-benchmark";
    private static final String FORM = "twenty-items";

    private final RunningServer server;
    private final Floor floor;
    private final Diaries diaries;
    private int made;

    /** @param folder that PostgreSQL writes files to */
    ReleasesBenchmark(RunningServer server, Floor floor, Path folder) {
        this.server = server;
        this.floor = floor;
        this.diaries = new Diaries(floor, STUDY, FORM, folder.toAbsolutePath());
    }

    void run() throws Exception {
        BenchmarkStudy study = new BenchmarkStudy(server.base().toString(), STUDY, STUDY);
        List<String> models = study.randomised(MODELS);
        diaries.copy(models.get(0), PARTICIPANTS - MODELS);
        String table = "\"tables\": [\"" + FORM + "\"]";
        make(study, table);
        int days = 0;
        for (int responses = 10_000; responses <= MOST; responses *= 10) {
            int until = responses / PARTICIPANTS;
            diaries.fill(days, until);
            days = until;
            if (responses == 10_000) {
                warmUp(study, table);
            }
            measure(study, String.format("%,d responses", responses), table);
        }
        Made all = make(study, "");
        Benchmarks.row(
                "the same study, all its tables: checked, then made", "%.1f s, %.1f s", all.checked, all.written);
        flagship();
    }

    private void warmUp(BenchmarkStudy study, String table) throws Exception {
        for (int run = 0; run < 20; run++) {
            study.download(make(study, table).path);
        }
    }

    private void measure(BenchmarkStudy study, String what, String table) throws Exception {
        double[] plain = new double[RUNS];
        double[] zipped = new double[RUNS];
        double[] checked = new double[RUNS];
        double[] written = new double[RUNS];
        double[] downloaded = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            plain[run] = diaries.copySeconds("");
            zipped[run] = diaries.copySeconds("gzip -1 > ");
            Made one = make(study, table);
            checked[run] = one.checked;
            written[run] = one.written;
            downloaded[run] = seconds(() -> study.download(one.path));
        }
        Benchmarks.row(what + ": COPY to a file, through gzip -1", "%.2f s, %.2f s", median(plain), median(zipped));
        Benchmarks.row(what + ": blinding check of all tables", "%.2f s", median(checked));
        Benchmarks.row(
                what + ": CSV made, with sums, against COPY",
                "%.2f s, %.2f times",
                median(written),
                median(written) / median(plain));
        Benchmarks.row(
                what + ": downloaded as a zip of level 1, against COPY, through gzip -1",
                "%.2f s, %.2f times, %.2f times",
                median(downloaded),
                median(downloaded) / median(plain),
                median(downloaded) / median(zipped));
        Benchmarks.row(
                what + ": resident memory now, and the most until now",
                "%.0f MB, %.0f MB",
                megabytes(server.pid(), "VmRSS"),
                megabytes(server.pid(), "VmHWM"));
    }

    private void flagship() throws Exception {
        Demonstration.fillWithDiaries(floor, FLAGSHIP_PARTICIPANTS);
        BenchmarkStudy flagship = BenchmarkStudy.ofDemonstration(server.base().toString(), Demonstration.STUDY);
        String formats = "\"formats\": [\"" + String.join("\", \"", Formats.names()) + "\"]";
        double[] checked = new double[RUNS];
        double[] written = new double[RUNS];
        double[] downloaded = new double[RUNS];
        for (int run = -1; run < RUNS; run++) {
            Made one = make(flagship, formats);
            int place = Math.max(0, run);
            checked[place] = one.checked;
            written[place] = one.written;
            downloaded[place] = seconds(() -> flagship.download(one.path));
        }
        Benchmarks.row(
                "flagship, 300 participants with 12 weeks of diary, all formats: checked, made, downloaded",
                "%.2f s, %.2f s, %.2f s",
                median(checked),
                median(written),
                median(downloaded));
    }

    /** Seconds that the check and the writing took, and where the zip is. */
    private record Made(double checked, double written, String path) {}

    /** Makes a release; the check is over when its verdict is filed. */
    private Made make(BenchmarkStudy study, String specification) throws Exception {
        try (Connection connection = floor.connect("trials")) {
            long checks = checks(connection);
            long begin = System.nanoTime();
            String one = study.request("benchmark " + ++made, specification);
            while (checks(connection) == checks && !isDone(connection, one)) {
                Thread.sleep(POLL_MILLIS);
            }
            long checked = System.nanoTime();
            while (!isDone(connection, one)) {
                Thread.sleep(POLL_MILLIS);
            }
            long done = System.nanoTime();
            return new Made((checked - begin) / 1e9, (done - checked) / 1e9, one + "/dataset.zip");
        }
    }

    /** Asked of the database, since a server that is asked takes the time of what is measured. */
    private static boolean isDone(Connection connection, String release) throws SQLException {
        String id = release.substring(release.lastIndexOf('/') + 1);
        try (ResultSet found = connection
                .createStatement()
                .executeQuery(
                        "select state from release_steps where release = '" + id + "' order by number desc limit 1")) {
            found.next();
            if (!List.of("queued", "running", "done").contains(found.getString(1))) {
                throw new IllegalStateException(release + " is " + found.getString(1));
            }
            return found.getString(1).equals("done");
        }
    }

    private static long checks(Connection connection) throws SQLException {
        return Diaries.number(connection, "select count(*) from release_checks");
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(double[] values) {
        return DoubleStream.of(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    /** @param what of the process, as the kernel calls it */
    static double megabytes(long pid, String what) throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            String line = lines.filter(text -> text.startsWith(what + ":"))
                    .findFirst()
                    .orElseThrow();
            return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
        }
    }
}
