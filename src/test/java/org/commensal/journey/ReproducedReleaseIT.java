package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A release is the same bytes on each server and in each database, and is made though the server that was at it is killed. */
class ReproducedReleaseIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final String RELEASES = TestTrial.path(STUDY) + "/releases";
    private static final List<String> FORMATS = List.of(
            "csv", "dta", "sav", "xpt", "parquet", "dataset-json", "odm", "datapackage", "xlsx", "scripts", "analysis");
    private static final PostgreSql DATABASE = PostgreSql.database("reproduced");
    private static final Map<String, String> SETTINGS = Settings.both(Settings.production(), DATABASE.settings());
    private static final RunningServer FIRST = RunningServer.start(Settings.folder("reproduced-1"), SETTINGS);
    private static final RunningServer SECOND = RunningServer.start(Settings.folder("reproduced-2"), SETTINGS);
    private static final TestTrial TRIAL = TestTrial.on(FIRST.base(), List.of(STUDY));
    private static final Visitor NOOR = TRIAL.as(Cast.NOOR);

    /** Each with an answer that was corrected, and with forms that were not filled in. */
    @BeforeAll
    static void somePeopleTakePart() {
        for (int i = 0; i < 6; i++) {
            String code = TRIAL.randomised(STUDY, Cast.SANNE);
            UUID first = UUID.randomUUID();
            hand(code, first, TestTrial.submission("C1/check", attacks(i)));
            hand(
                    code,
                    UUID.randomUUID(),
                    TestTrial.correction("C1/check", attacks(i + 1), first.toString(), "misread"));
        }
    }

    private static void hand(String code, UUID id, JsonObject content) {
        TRIAL.as(Cast.SANNE)
                .put(TestTrial.path(STUDY, code) + "/responses/" + id, content)
                .expect(201);
    }

    private static JsonObject attacks(int number) {
        return Json.createObjectBuilder().add("attacks", number).build();
    }

    @AfterAll
    static void end() {
        FIRST.close();
        SECOND.close();
    }

    @Test
    void twoServersAndAnotherDatabaseMakeTheSameBytes() {
        String id = TestTrial.released(NOOR, STUDY, asked("everywhere")).getString("id");
        byte[] made = TestTrial.dataset(NOOR, STUDY, id);

        assertThat(Unzipped.files(made)).containsKeys("check.csv", "dta/check.dta", "corrections.csv", "SHA256SUMS");
        assertThat(TestTrial.dataset(NOOR.movedTo(SECOND.base()), STUDY, id)).isEqualTo(made);
        assertThat(onH2(id)).isEqualTo(made);
    }

    /** The same facts, under a server that has never seen the other database. */
    private static byte[] onH2(String id) {
        Path folder = Settings.folder("reproduced-h2");
        Map<String, String> settings = Settings.both(Settings.production(), Settings.h2());
        RunningServer.start(folder, settings).close();
        MovedFacts.move(DATABASE.address(), "jdbc:h2:file:" + folder.resolve("data/trials") + ";USER=trials");
        try (RunningServer moved = RunningServer.start(folder, settings)) {
            Visitor noor = Visitor.at(moved.base()).withTokenOf(Cast.NOOR.signIn(), Cast.PASSWORD);
            return TestTrial.dataset(noor, STUDY, id);
        }
    }

    @Test
    void anotherServerMakesWhatAKilledOneWasAt() {
        Visitor second = NOOR.movedTo(SECOND.base());
        JsonObject unfinished = killedAtWork(second, 1);

        JsonObject release = madeByAnother(second, RELEASES + "/" + unfinished.getString("id"));

        byte[] made = TestTrial.dataset(second, STUDY, release.getString("id"));
        FIRST.restart();
        assertThat(Unzipped.files(made)).containsKeys("check.csv", "parquet/check.parquet");
        assertThat(TestTrial.dataset(NOOR, STUDY, release.getString("id"))).isEqualTo(made);
    }

    /** A release that the first server is killed at: some machine is so fast that it takes another one. */
    private static JsonObject killedAtWork(Visitor second, int time) {
        String id = NOOR.post(RELEASES, asked("killed " + time)).expect(202).field("id");
        FIRST.kill();
        JsonObject release = second.get(RELEASES + "/" + id).expect(200).json();
        if (release.getString("state").equals("done") && time < 5) {
            FIRST.restart();
            return killedAtWork(second, time + 1);
        }
        assertThat(release.getString("state")).isIn("queued", "running");
        assertThat(second.get(RELEASES + "/" + id + "/dataset.zip").status()).isEqualTo(409);
        return release;
    }

    private static JsonObject madeByAnother(Visitor second, String path) {
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < until) {
            JsonObject release = second.get(path).expect(200).json();
            if (!Set.of("queued", "running", "ended").contains(release.getString("state"))) {
                assertThat(release.getString("state")).isEqualTo("done");
                return release;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new AssertionError("nobody went on with " + path);
    }

    private static Map<String, Object> asked(String name) {
        return Map.of("name", name, "history", true, "formats", FORMATS);
    }
}
