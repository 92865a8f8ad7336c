package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.allocation.LedgerVerification;
import org.commensal.kernel.ParticipantCode;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four people randomise 4,000 participants of eight strata on two servers, each of which is killed and comes back:
 * everybody is allocated once, no stream has a gap, and both verifiers compute the whole ledger again.
 */
class AllocationStormIT {

    private static final TestStudy STUDY = TestStudy.STORM;
    private static final String SEED = TestTrial.path(STUDY) + "/allocation";
    private static final int PEOPLE = 64;
    private static final int PARTICIPANTS = 4000;
    private static final int STRATA = 8;
    private static final List<Integer> KILLS = List.of(700, 1900, 3100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostgreSql database = PostgreSql.database("storm");
    private final List<RunningServer> servers = new ArrayList<>();
    private final AtomicInteger randomised = new AtomicInteger();

    @Test
    void everybodyIsAllocatedOnceWhoeverIsKilled() throws Exception {
        Map<String, String> settings = Settings.both(Settings.production(), database.settings());
        try (RunningServer first = RunningServer.start(Settings.folder("storm-1"), settings);
                RunningServer second = RunningServer.start(Settings.folder("storm-2"), settings)) {
            servers.addAll(List.of(first, second));
            TestTrial trial = TestTrial.on(first.base(), List.of(STUDY));
            List<String> codes = eligible(trial);

            Thread killer = new Thread(this::killAndBringBack);
            killer.start();
            new Crowd(PEOPLE).each(everybody(trial, codes));
            killer.join();

            haveNoGap(codes);
            bothVerifiersComputeItAgain(trial);
        }
    }

    /** One participant at each site goes the whole way; the others are copies, so that the storm is all that takes time. */
    private List<String> eligible(TestTrial trial) {
        List<String> codes = new ArrayList<>();
        for (Cast coordinator : List.of(Cast.SANNE, Cast.TOM)) {
            String model = trial.eligible(STUDY, coordinator, "mild");
            codes.add(model);
            codes.addAll(copies(model, PARTICIPANTS / 2 - 1));
        }
        return codes;
    }

    private List<String> copies(String model, int count) {
        ParticipantCode like = ParticipantCode.parse(model);
        List<Copies.Copy> copies = IntStream.range(0, count)
                .mapToObj(i -> {
                    int number = like.number() + 1 + i;
                    String severity = i % 2 == 0 ? "mild" : "severe";
                    String answers =
                            "{\"severity\": \"" + severity + "\", \"age_years\": " + (i / 2 % 2 == 0 ? 30 : 60) + "}";
                    return new Copies.Copy(
                            ParticipantCode.of(like.sitePrefix(), number).value(), number, answers);
                })
                .toList();
        database.copy(STUDY.id(), model, copies);
        return copies.stream().map(Copies.Copy::code).toList();
    }

    private List<Callable<Boolean>> everybody(TestTrial trial, List<String> codes) {
        SplittableRandom random = new SplittableRandom(20261125);
        List<Callable<Boolean>> journeys = new ArrayList<>();
        for (int i = 0; i < codes.size() / 2; i++) {
            for (String code : List.of(codes.get(i), codes.get(codes.size() / 2 + i))) {
                Visitor coordinator = trial.as(code.startsWith("NOR") ? Cast.SANNE : Cast.TOM);
                SplittableRandom own = random.split();
                journeys.add(() -> untilAnswered(coordinator.with("Idempotency-Key", "storm-" + code), code, own));
            }
        }
        return journeys;
    }

    /** Sends it to either node until one answers, and now and then once more. */
    private boolean untilAnswered(Visitor visitor, String code, SplittableRandom random) throws InterruptedException {
        int more = random.nextInt(8) == 0 ? 1 : 0;
        while (true) {
            Visitor there = visitor.movedTo(servers.get(random.nextInt(2)).base());
            try {
                int status = there.answer(
                                "POST",
                                TestTrial.path(STUDY, code) + "/randomisation",
                                BodyPublishers.noBody(),
                                PATIENCE)
                        .status();
                if (status == 200 && more-- == 0) {
                    randomised.incrementAndGet();
                    return true;
                }
                assertThat(status).as(code).isIn(200, 404, 503);
            } catch (IOException nobodyThere) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void killAndBringBack() {
        for (int i = 0; i < KILLS.size(); i++) {
            while (randomised.get() < KILLS.get(i)) {
                try {
                    TimeUnit.MILLISECONDS.sleep(5);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
            servers.get(i % 2).kill();
            servers.get(i % 2).restart();
        }
    }

    private void haveNoGap(List<String> codes) {
        List<Object[]> rows = database.rows("select stream, sequence, participant from allocations where study = '"
                + STUDY.id() + "' order by stream, sequence");
        assertThat(rows.stream().map(row -> (String) row[2]).toList()).containsExactlyInAnyOrderElementsOf(codes);
        Map<String, List<Integer>> streams = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(row -> (Integer) row[1], Collectors.toList())));
        assertThat(streams).hasSize(STRATA);
        streams.forEach((stream, sequences) -> assertThat(sequences)
                .as(stream)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, sequences.size()).boxed().toList()));
    }

    private void bothVerifiersComputeItAgain(TestTrial trial) throws IOException, InterruptedException {
        for (String state : List.of("closed", "locked")) {
            trial.as(Cast.RUBEN)
                    .post(TestTrial.path(STUDY) + "/state", Map.of("state", state, "reason", "the end"))
                    .expect(200);
        }
        for (Cast approver : List.of(Cast.NOOR, Cast.BRAM)) {
            trial.as(approver)
                    .send("POST", SEED + "/approvals", BodyPublishers.noBody())
                    .expect(200);
        }
        byte[] ledger =
                trial.as(Cast.BRAM).get(SEED + "/ledger.zip").expect(200).body();
        Map<String, byte[]> files = new TreeMap<>();
        Unzipped.texts(ledger).forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        assertThat(LedgerVerification.of(files).faults()).isEmpty();
        assertThat(LedgerVerification.of(files).chained()).isEqualTo(PARTICIPANTS);
        if (WalkthroughIT.has("Rscript")) {
            Path zip = Files.write(Settings.folder("storm-ledger").resolve("ledger.zip"), ledger);
            assertThat(inR(zip)).contains("No fault", "allocations: " + PARTICIPANTS);
        }
    }

    private static String inR(Path zip) throws IOException {
        Process process = new ProcessBuilder("Rscript", "deploy/verify-allocations.R", zip.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
