package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Events are reported as often as they happen, each once; what is alarming in them is raised once, and dealt with. */
class EventsIT {

    private static final TestStudy STUDY = TestStudy.WATCHED;
    private static final Pattern RESPONSE = Pattern.compile("name=\"_response\" value=\"([^\"]*)\"");
    private static final Pattern CORRECTS = Pattern.compile("name=\"_corrects\" value=\"([^\"]*)\"");
    private static final Pattern REPORT = Pattern.compile("href=\"(/today/OWN/[^\"]*)\"");

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);

    @Test
    void whatIsNoEventOrWasReportedOrIsSomebodyElsesIsRefused() {
        String code = enrolled();
        report(sanne, trial.screened(STUDY, Cast.SANNE), UUID.randomUUID(), "AE", 1)
                .expect(409);

        report(sanne, code, UUID.randomUUID(), "XX", 1).expect(404);
        report(sanne, code, UUID.randomUUID(), "AE/1", 1).expect(404);
        report(sanne, code, UUID.randomUUID(), "OWN", 1).expect(403);
        report(sanne, code, UUID.randomUUID(), "AE", 1).expect(201);
        report(sanne, code, UUID.randomUUID(), "END", 1).expect(201);
        report(sanne, code, UUID.randomUUID(), "AE/1", 1).expect(409);
        report(sanne, code, UUID.randomUUID(), "END", 1).expect(409);
        assertThat(tasks(code))
                .contains("AE/1 done", "AE open", "OWN open", "END/1 done")
                .doesNotContain("END open");
    }

    @Test
    void reportsAtOnceOnTwoNodesGetANumberEachAndTheSameOneTwiceGetsItsOwn() {
        String code = enrolled();
        List<Callable<Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID id = new UUID(i / 2 + 1L, code.hashCode());
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            sends.add(() -> report(somewhere, code, id, "AE", 2));
        }

        List<Answer> answers = new Crowd(12).each(sends);

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.field("id") + " " + answer.field("task"))
                        .distinct())
                .hasSize(6);
        assertThat(answers.stream().map(answer -> answer.field("task")).distinct())
                .containsExactlyInAnyOrder("AE/1", "AE/2", "AE/3", "AE/4", "AE/5", "AE/6");
    }

    @Test
    void whatIsSentAgainOnEitherNodeRaisesNothingMore() {
        String code = enrolled();
        UUID id = UUID.randomUUID();
        List<Callable<Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            sends.add(() -> report(somewhere, code, id, "AE", 4));
        }

        List<Answer> answers = new Crowd(8).each(sends);

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.text()).contains("Bel 112 bij gevaar."));
        assertThat(alerts(code)).hasSize(1);
    }

    @Test
    void anAlertIsRaisedByACorrectionAndResolvedWithANote() {
        String code = enrolled();
        UUID first = UUID.randomUUID();
        report(sanne, code, first, "AE", 2).expect(201);
        assertThat(alerts(code)).isEmpty();
        correct(code, first, 3).expect(201);
        JsonObject alert = alerts(code).get(0);
        String id = alert.getString("id");
        String address = TestTrial.path(STUDY, code) + "/alerts/" + id;

        assertThat(alert.getString("rule")).isEqualTo("ST1");
        trial.as(Cast.EVA).put(address + "/resolution", Map.of("note", "x")).expect(403);
        trial.as(Cast.TOM).put(address + "/resolution", Map.of("note", "x")).expect(404);
        sanne.put(address + "/resolution", Map.of("note", " ")).expect(422);
        sanne.put(address + "/acknowledgement", Map.of("note", "seen")).expect(200);
        sanne.put(address + "/acknowledgement", Map.of("note", "seen")).expect(200);
        sanne.put(address + "/acknowledgement", Map.of("note", "other")).expect(409);
        assertThat(openAlerts()).contains(id);
        trial.as(Cast.LOTTE)
                .put(address + "/resolution", Map.of("note", "called, is well"))
                .expect(200);
        assertThat(openAlerts()).doesNotContain(id);
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("alert.raised", "alert.acknowledged", "alert.resolved")
                .doesNotContain("called, is well", "ST1", "Grave complaint");
    }

    @Test
    void aCoordinatorReportsAndCorrectsOnThePages() {
        String code = enrolled();
        Visitor browser = sanne.browsing();
        String file = "/studies/" + STUDY.id() + "/participants/" + code;
        assertThat(browser.get(file).expect(200).text()).contains(file + "/forms/AE\"");
        String form = browser.get(file + "/forms/AE").expect(200).text();
        Map<String, String> sent = Map.of("_response", first(RESPONSE, form), "grade", "4");
        browser.postForm(file + "/forms/AE", sent).expect(303);
        browser.postForm(file + "/forms/AE", sent).expect(303);

        assertThat(browser.get(file).text())
                .contains("Adverse event 1", "Grave complaint", file + "/alerts/")
                .doesNotContain("Adverse event 2");
        String filled = browser.get(file + "/forms/AE/1").expect(200).text();
        Map<String, String> better = new HashMap<>(
                Map.of("_response", first(RESPONSE, filled), "_corrects", first(CORRECTS, filled), "grade", "2"));
        browser.postForm(file + "/forms/AE/1", better).expect(422);
        better.put("reason", "read wrongly");
        browser.postForm(file + "/forms/AE/1", better).expect(303);
        assertThat(browser.get(file).text()).contains("read wrongly");
        assertThat(browser.get("/studies/" + STUDY.id() + "/alerts").expect(200).text())
                .contains(code);
        assertThat(browser.get("/studies/" + STUDY.id() + "?waiting=all").text())
                .contains("Grave complaint");
        assertThat(trial.released(STUDY, "with events " + code)).isNotEmpty();
    }

    @Test
    void aParticipantReportsSomethingElseOnceAndIsToldWhomToCall() {
        String code = trial.screened(STUDY, Cast.SANNE);
        Visitor participant =
                trial.participant(trial.enrol(STUDY, Cast.SANNE, code)).browsing();
        String address = first(REPORT, participant.get("/today").expect(200).text());
        participant.get(address).expect(200);
        Map<String, String> answer = Map.of("_question", "grade", "grade", "5");

        participant.postForm(address, answer).expect(303);
        participant.postForm(address, answer).expect(303);

        assertThat(participant.get(address).expect(200).text()).contains("Bel 112 bij gevaar.");
        assertThat(tasks(code)).contains("OWN/1 done", "OWN open").doesNotContain("OWN/2 done");
        assertThat(alerts(code)).hasSize(1);
        assertThat(participant.get("/today").text()).doesNotContain(address);
    }

    private String enrolled() {
        String code = trial.screened(STUDY, Cast.SANNE);
        trial.enrol(STUDY, Cast.SANNE, code);
        return code;
    }

    private static Answer report(Visitor who, String code, UUID id, String task, int grade) {
        return TestTrial.submit(who, STUDY, code, id, task, grade(grade));
    }

    private Answer correct(String code, UUID first, int grade) {
        JsonObject correction = TestTrial.correction("AE/1", grade(grade), first.toString(), "read wrongly");
        return sanne.put(TestTrial.path(STUDY, code) + "/responses/" + UUID.randomUUID(), correction);
    }

    private static JsonObject grade(int grade) {
        return Json.createObjectBuilder().add("grade", grade).build();
    }

    private List<String> tasks(String code) {
        return list(TestTrial.path(STUDY, code) + "/tasks").stream()
                .map(task -> task.getString("task") + " " + task.getString("state"))
                .toList();
    }

    private List<JsonObject> alerts(String code) {
        return list(TestTrial.path(STUDY, code) + "/alerts");
    }

    private List<String> openAlerts() {
        return list(TestTrial.path(STUDY) + "/alerts").stream()
                .map(alert -> alert.getString("id"))
                .toList();
    }

    private List<JsonObject> list(String path) {
        return sanne.get(path).expect(200).list().getValuesAs(JsonObject.class);
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
