package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who does not go on is recorded with the reason, stands in the screening log and counts in the flow diagram. */
class FlowIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final String PAGES = "/studies/" + STUDY.id();

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor sanne = trial.as(Cast.SANNE);

    @Test
    void onlyTheSiteRecordsAnOutcomeAndNeverOfSomebodyRandomised() {
        String screened = trial.screened(STUDY, Cast.SANNE);
        String randomised = trial.randomised(STUDY, Cast.SANNE);

        outcome(trial.as(Cast.TOM), screened, "declined", "").expect(404);
        outcome(trial.as(Cast.EVA), screened, "declined", "").expect(403);
        outcome(sanne, screened, "other", " ").expect(422);
        outcome(sanne, screened, "resumed", "came back").expect(409);
        outcome(sanne, randomised, "declined", "").expect(409);
        assertThat(sanne.get(path(STUDY, screened) + "/screening-outcome").list())
                .isEmpty();
    }

    @Test
    void anOutcomeCountsUntilSomebodyGoesOnAfterAll() {
        String code = trial.screened(STUDY, Cast.SANNE);
        int before = flow(sanne).getJsonObject("screening").getInt("declined");

        outcome(sanne, code, "declined", "no time").expect(200);
        outcome(sanne, code, "declined", "no time").expect(200);
        int after = flow(sanne).getJsonObject("screening").getInt("declined");
        String log = sanne.with("Accept", "text/html")
                .get(PAGES + "/screening-log?state=declined")
                .expect(200)
                .text();
        assertThat(after).isEqualTo(before + 1);
        assertThat(log).contains(code, "no time");

        assertThat(outcome(sanne, code, "resumed", "has time now").expect(200).list())
                .hasSize(2);
        assertThat(flow(sanne).getJsonObject("screening").getInt("declined")).isEqualTo(before);
    }

    @Test
    void theNumbersAddUp() {
        trial.randomised(STUDY, Cast.SANNE);
        JsonObject flow = flow(trial.as(Cast.EVA));

        int sum = flow.getJsonObject("screening").values().stream()
                .mapToInt(number -> Integer.parseInt(number.toString()))
                .sum();
        assertThat(flow.getInt("assessed")).isEqualTo(sum);
        assertThat(flow.getJsonArray("groups").getJsonObject(0).getInt("allocated"))
                .isEqualTo(flow.getJsonObject("screening").getInt("randomised"));
    }

    @Test
    void aReleaseTellsTheSameNumbers() {
        trial.randomised(STUDY, Cast.SANNE);
        String declined = trial.screened(STUDY, Cast.SANNE);
        outcome(sanne, declined, "declined", "").expect(200);
        String release = trial.released(STUDY, "flow");
        JsonObject flow = flow(trial.as(Cast.EVA));
        JsonObject screening = flow.getJsonObject("screening");
        JsonObject group = flow.getJsonArray("groups").getJsonObject(0);

        String csv = Unzipped.texts(TestTrial.dataset(trial.as(Cast.NOOR), STUDY, release))
                .getOrDefault("flow.csv", "");

        assertThat(csv.lines())
                .contains(
                        "step,participants",
                        "assessed," + flow.getInt("assessed"),
                        "excluded-not-meeting-criteria," + screening.getInt("not-meeting-criteria"),
                        "excluded-declined," + screening.getInt("declined"),
                        "excluded-other," + screening.getInt("other"),
                        "undecided," + screening.getInt("goes-on"),
                        "randomised," + group.getInt("allocated"),
                        "stopped-intervention," + group.getInt("discontinued"));
        assertThat(screening.getInt("declined")).isPositive();
    }

    @Test
    void numbersByArmAreKeptFromWhoeverIsBlinded() {
        for (Cast person : new Cast[] {Cast.SANNE, Cast.NOOR, Cast.EVA, Cast.BRAM}) {
            trial.as(person)
                    .post("/api/studies/" + STUDY.id() + "/flow/arms", Map.of())
                    .expect(403);
        }
        assertThat(sanne.with("Accept", "text/html")
                        .get(PAGES + "/flow")
                        .expect(200)
                        .text())
                .doesNotContain("/flow/arms");
    }

    @Test
    void whereTheStudyShowsArmsNumbersByArmAreShownAndRecorded() {
        TestStudy open = TestStudy.OPEN;
        trial.randomised(open, Cast.SANNE);

        JsonObject byArm = sanne.post("/api/studies/" + open.id() + "/flow/arms", Map.of())
                .expect(200)
                .json();

        int all = byArm.getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                .mapToInt(group -> group.getInt("allocated"))
                .sum();
        assertThat(all).isEqualTo(byArm.getJsonObject("screening").getInt("randomised"));
        assertThat(trial.as(Cast.IRIS)
                        .get("/api/studies/" + open.id() + "/audit?size=200")
                        .expect(200)
                        .text())
                .contains("allocations.counted");
    }

    @Test
    void drawingsAndListsCanBeTakenAlong() {
        String code = trial.screened(STUDY, Cast.SANNE);
        outcome(sanne, code, "other", "=HYPERLINK(1)").expect(200);

        Answer png = sanne.get(PAGES + "/flow/png").expect(200);
        Answer svg = sanne.get(PAGES + "/flow/svg").expect(200);
        String log = sanne.get(PAGES + "/screening-log.csv").expect(200).text();
        String list = sanne.get(PAGES + "/participants.csv?search=" + code)
                .expect(200)
                .text();

        assertThat(png.body()).startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(new String(svg.body(), StandardCharsets.UTF_8)).contains("<svg", "Assessed for eligibility");
        assertThat(log).contains(code, "'=HYPERLINK(1)");
        assertThat(list.lines()).hasSize(2);
        assertThat(trial.as(Cast.RUBEN).get(PAGES + "/participants.csv").status())
                .isEqualTo(403);
    }

    private static JsonObject flow(Visitor visitor) {
        return visitor.get("/api/studies/" + STUDY.id() + "/flow").expect(200).json();
    }

    private static Answer outcome(Visitor visitor, String code, String outcome, String note) {
        return visitor.post(path(STUDY, code) + "/screening-outcome", Map.of("outcome", outcome, "note", note));
    }
}
