package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A running study is amended: nothing that was answered is lost or read otherwise, and each site changes when it is told. */
class AmendmentIT {

    private static final TestStudy STUDY = TestStudy.AMENDED;
    private static final String VERSIONS = TestTrial.path(STUDY) + "/versions/2";

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor ruben = trial.as(Cast.RUBEN);
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor tom = trial.as(Cast.TOM);

    @Test
    void aRunningStudyIsAmendedSiteBySite() {
        String north = trial.screened(STUDY, Cast.SANNE);
        Visitor participant = trial.participant(trial.enrol(STUDY, Cast.SANNE, north));
        TestTrial.submit(sanne, STUDY, north, UUID.randomUUID(), TestTrial.SCREENING, TestTrial.answers("mild"))
                .expect(201);
        TestTrial.randomise(sanne, STUDY, north, "north-" + north).expect(200);
        String south = trial.randomised(STUDY, Cast.TOM);
        UUID first = UUID.randomUUID();
        submit(sanne, north, first, "C1/check", before()).expect(201);
        submit(sanne, north, UUID.randomUUID(), "C8/check", before()).expect(201);
        answer(participant, "mood", "6").expect(303);
        String asked = TestTrial.path(STUDY, north) + "/queries/" + UUID.randomUUID();
        trial.as(Cast.EVA)
                .put(asked, Map.of("about", "C1/check", "item", "remark", "text", "What is meant?"))
                .expect(200);
        String releasedBefore = trial.released(STUDY, "before the amendment");
        List<String> bytesBefore = entries(releasedBefore);

        forbidden(TestStudy.AMENDED.amended().replacing("forms/check.yaml", "type: integer", "type: number"));
        publish(STUDY.amended()).expect(201);
        assertThat(publish(STUDY.amended()).expect(201).field("version")).isEqualTo("2");
        assertThat(sanne.get(TestTrial.path(STUDY)).field("version")).isEqualTo("1");
        submit(sanne, north, UUID.randomUUID(), "C2/check", after()).expect(422);
        differencesAreCounted();

        put("north", 409);
        approve(ruben, 403);
        approve(trial.coordinatingInvestigator(STUDY), 200);
        put("west", 422);
        put("north", 200);
        put("north", 200);

        submit(sanne, north, UUID.randomUUID(), "C2/check", after()).expect(201);
        submit(sanne, north, UUID.randomUUID(), "C3/check", before()).expect(422);
        submit(sanne, north, UUID.randomUUID(), "C3/check", before(), "9").expect(422);
        submit(sanne, north, UUID.randomUUID(), "C3/check", before(), "1").expect(201);
        submit(tom, south, UUID.randomUUID(), "C1/check", after()).expect(422);
        submit(tom, south, UUID.randomUUID(), "C1/check", after(), "2").expect(422);
        submit(tom, south, UUID.randomUUID(), "C1/check", before()).expect(201);
        submit(sanne, north, first, "C1/check", before()).expect(200);
        correct(north, first).expect(201);

        assertThat(sanne.with("Accept", "text/html")
                        .get(asked.replace("/api", ""))
                        .expect(200)
                        .text())
                .contains("Remark", "What is meant?");
        sanne.put(asked + "/answer", Map.of("text", "A migraine.")).expect(200);
        assertThat(participant.with("Accept", "text/html").get("/today/M1/mood").text())
                .contains("Kalm")
                .doesNotContain("Slaap");
        answer(participant, "calm", "5").expect(303);
        assertThat(tasks(sanne, north)).contains("C8/check");
        assertThat(tasks(sanne, trial.randomised(STUDY, Cast.SANNE)))
                .doesNotContain("C8/check")
                .contains("C7/check");
        assertThat(tasks(tom, trial.randomised(STUDY, Cast.TOM))).contains("C8/check");
        assertThat(versions(north))
                .containsExactlyInAnyOrder(
                        "SCR/screening 1", "C1/check 1", "C8/check 1", "C2/check 2", "C3/check 1", "M1/mood 1");

        bothVersionsAreReleased(trial.released(STUDY, "after the amendment"));
        assertThat(entries(releasedBefore)).isEqualTo(bytesBefore);
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=100")
                        .text())
                .contains("amendment.approved", "amendment.released", "letter of 3 November");
    }

    /** What is retired, re-worded and added says how many answers it concerns, and that one form is being filled in. */
    private void differencesAreCounted() {
        List<JsonObject> changes = trial.as(Cast.EVA)
                .get(VERSIONS + "/differences")
                .expect(200)
                .json()
                .getJsonArray("changes")
                .getValuesAs(JsonObject.class);

        assertThat(changes)
                .extracting(change -> change.getString("kind") + " " + change.getString("code") + " "
                        + change.getInt("kept") + " " + change.getInt("begun"))
                .contains(
                        "item-retired remark 2 0",
                        "item-reworded attacks 2 0",
                        "item-retired calm 0 1",
                        "visit-removed C8 1 0")
                .anyMatch(change -> change.startsWith("item-added worst"));
    }

    private void bothVersionsAreReleased(String release) {
        Map<String, String> files = Unzipped.texts(TestTrial.dataset(trial.as(Cast.NOOR), STUDY, release));

        assertThat(files.get("check.csv").lines().findFirst())
                .contains(
                        "subject,event,study_day,late,protocol_version,attacks,attacks_confirmed,worst,worst_missing");
        assertThat(column(files.get("check.csv"), "protocol_version")).contains("1", "2");
        assertThat(files.get("mood.csv").lines().findFirst())
                .contains(
                        "subject,event,study_day,late,protocol_version,mood,sleep,sleep_missing,calm,calm_missing,mood_doubled,mood_doubled_missing");
        assertThat(files.get("codebook.csv").lines().filter(line -> line.startsWith("check,attacks,")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("1 | 2", "1: Attacks", "Number of attacks"));
        assertThat(files.get("codebook.csv").lines().filter(line -> line.startsWith("mood,calm,")))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(",1,,"));
        assertThat(column(files.get("check.csv"), "worst_missing"))
                .as("asked by the second version alone")
                .contains("not-applicable", "");
        assertThat(column(files.get("visits.csv"), "protocol_version")).contains("1", "2");
        assertThat(files.get("visits.csv").lines().filter(line -> line.contains(",C8,check,")))
                .as("a visit that was taken out, and was filled in before")
                .anyMatch(line -> line.contains(",1,0,30,") && line.contains(",answered,"));
        assertThat(files.get("README.txt")).contains("versions 1, 2");
    }

    private static List<String> column(String csv, String name) {
        List<String> lines = csv.lines().toList();
        int place = Arrays.asList(lines.get(0).split(",")).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).toList();
    }

    private static JsonObject before() {
        return Json.createObjectBuilder()
                .add("attacks", 2)
                .add("remark", "none")
                .build();
    }

    private static JsonObject after() {
        return Json.createObjectBuilder().add("attacks", 2).add("worst", 7).build();
    }

    private static Answer submit(Visitor who, String code, UUID id, String task, JsonObject answers) {
        return TestTrial.submit(who, STUDY, code, id, task, answers);
    }

    private static Answer submit(Visitor who, String code, UUID id, String task, JsonObject answers, String version) {
        JsonObject submission = Json.createObjectBuilder(TestTrial.submission(task, answers))
                .add("version", version)
                .build();
        return who.put(TestTrial.path(STUDY, code) + "/responses/" + id, submission);
    }

    private Answer correct(String code, UUID first) {
        JsonObject correction = TestTrial.correction("C1/check", before(), first.toString(), "typed wrongly");
        return sanne.put(TestTrial.path(STUDY, code) + "/responses/" + UUID.randomUUID(), correction);
    }

    private static Answer answer(Visitor participant, String item, String value) {
        return participant.browsing().postForm("/today/M1/mood", Map.of("_question", item, item, value));
    }

    private Answer publish(TestStudy version) {
        return ruben.with("Content-Type", "application/zip")
                .send("POST", "/api/studies", BodyPublishers.ofByteArray(version.zip()));
    }

    private void forbidden(TestStudy version) {
        assertThat(publish(version)
                        .expect(409)
                        .json()
                        .getJsonArray("violations")
                        .toString())
                .contains("/check/attacks");
    }

    private void approve(Visitor who, int expected) {
        who.post(VERSIONS + "/approval", Map.of("reference", "letter of 3 November"))
                .expect(expected);
    }

    private void put(String site, int expected) {
        ruben.post(VERSIONS + "/sites", Map.of("site", site)).expect(expected);
    }

    private static List<String> tasks(Visitor who, String code) {
        return who.get(TestTrial.path(STUDY, code) + "/tasks").expect(200).list().getValuesAs(JsonObject.class).stream()
                .map(task -> task.getString("task"))
                .toList();
    }

    private List<String> versions(String code) {
        return sanne
                .get(TestTrial.path(STUDY, code) + "/responses")
                .expect(200)
                .list()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(response -> response.getString("task") + " " + response.getString("version"))
                .toList();
    }

    private List<String> entries(String release) {
        return Unzipped.texts(TestTrial.dataset(trial.as(Cast.NOOR), STUDY, release)).entrySet().stream()
                .map(entry -> entry.getKey() + "\n" + entry.getValue())
                .toList();
    }
}
