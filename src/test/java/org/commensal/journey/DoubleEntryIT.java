package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Two people enter a form, the second blind; what differs is decided about, and what stands is corrected by that. */
class DoubleEntryIT {

    private static final TestStudy STUDY = TestStudy.TWICE;
    private static final String TASK = "C1/check";

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor pien = trial.secondCoordinator(STUDY);
    private final Visitor eva = trial.as(Cast.EVA);

    @Test
    void whoMayNotEnterItASecondTimeIsRefused() {
        String code = entered(5, "tired");

        for (Cast other : List.of(Cast.LOTTE, Cast.EVA, Cast.DAAN, Cast.NOOR, Cast.IRIS, Cast.RUBEN)) {
            enter(trial.as(other), code, UUID.randomUUID(), answers(5, "tired")).expect(403);
        }
        enter(trial.as(Cast.TOM), code, UUID.randomUUID(), answers(5, "tired")).expect(404);
        assertThat(enter(sanne, code, UUID.randomUUID(), answers(5, "tired"))
                        .expect(403)
                        .text())
                .contains("Another person");
        pien.put(entries(code) + "/" + UUID.randomUUID(), entry("C2/check", answers(5, "tired")))
                .expect(404);
        pien.put(entries(code) + "/" + UUID.randomUUID(), entry(TestTrial.SCREENING, TestTrial.answers("mild")))
                .expect(404);
        pien.put(entries(code) + "/" + UUID.randomUUID(), entry(TASK, object(Map.of())))
                .expect(422);
        enter(pien, code, UUID.randomUUID(), answers(97, "tired")).expect(422);
        assertThat(form(code).getString("state")).isEqualTo("awaited");
        assertThat(form(code).getJsonObject("first").keySet()).containsExactly("_missing");
    }

    @Test
    void whoWillEnterItASecondTimeSeesNothingOfTheFirst() {
        String code = entered(37, "a word of the first entry");
        String file = file(code);
        Visitor page = pien.browsing();

        assertThat(page.get(file + "/second-entry/" + TASK).expect(200).text())
                .contains("Aanvallen")
                .doesNotContain("\"37\"", "a word of the first entry");
        assertThat(pien.get(TestTrial.path(STUDY, code) + "/responses").text()).doesNotContain("a word of the first");
        assertThat(sanne.get(TestTrial.path(STUDY, code) + "/responses").text()).contains("a word of the first");
        page.get(file + "/forms/" + TASK).expect(403);
        page.get(file + "/records/" + TASK).expect(403);
        correct(pien, code, 38, "blind").expect(409);
        sanne.browsing().get(file + "/second-entry/" + TASK).expect(403);
        sanne.browsing().get(file + "/forms/" + TASK).expect(200);
        assertThat(page.get("/studies/" + STUDY.id() + "?waiting=all").text()).contains(file + "/second-entry/" + TASK);
        assertThat(sanne.browsing()
                        .get("/studies/" + STUDY.id() + "?waiting=all")
                        .text())
                .doesNotContain(file + "/second-entry/" + TASK);

        enter(pien, code, UUID.randomUUID(), answers(37, "a word of the first entry"))
                .expect(201);
        page.get(file + "/forms/" + TASK).expect(200);
        assertThat(form(code).getString("state")).isEqualTo("confirmed");
        assertThat(page.get("/studies/" + STUDY.id() + "?waiting=all").text()).doesNotContain(file + "/");
        assertThat(page.get(file).text()).contains("Twee keer ingevoerd");
    }

    @Test
    void anEntryIsComparedWithWhatStandsAndSentTwiceIsThereOnce() {
        String code = entered(5, "tired");
        correct(sanne, code, 6, "misread").expect(201);
        UUID id = UUID.randomUUID();

        enter(pien, code, id, answers(6, "weary")).expect(201);
        enter(pien, code, id, answers(6, "weary")).expect(200);
        enter(pien, code, id, answers(7, "weary")).expect(409);
        enter(pien, code, UUID.randomUUID(), answers(6, "weary")).expect(409);
        pien.put(entries(entered(5, "")) + "/" + id, entry(TASK, answers(6, "weary")))
                .expect(409);

        JsonObject form = form(code);
        assertThat(form.getString("state")).isEqualTo("differing");
        assertThat(form.getJsonObject("first").getString("remark")).isEqualTo("tired");
        assertThat(form.getJsonObject("second").getString("remark")).isEqualTo("weary");
        assertThat(form.getJsonObject("first").containsKey("attacks")).isFalse();
    }

    @Test
    void aCorrectionToTheSecondValueSettlesADifference() {
        String code = entered(5, "tired");
        enter(pien, code, UUID.randomUUID(), answers(6, "tired")).expect(201);

        correct(sanne, code, 7, "read again").expect(201);
        assertThat(form(code).getJsonObject("first").getInt("attacks")).isEqualTo(7);
        correct(sanne, code, 6, "read once more").expect(201);
        assertThat(form(code).getString("state")).isEqualTo("confirmed");
        correct(sanne, code, 8, "the source was wrong").expect(201);
        assertThat(form(code).getString("state")).isEqualTo("differing");
    }

    @Test
    void whoMayNotDecideIsRefusedAndSoIsADecisionAboutNothing() {
        String code = entered(5, "tired");
        enter(pien, code, UUID.randomUUID(), answers(6, "tired")).expect(201);

        for (Cast other : List.of(Cast.LOTTE, Cast.DAAN, Cast.NOOR, Cast.IRIS)) {
            decide(trial.as(other), code, UUID.randomUUID(), "second", "attacks", "source")
                    .expect(403);
        }
        decide(trial.as(Cast.TOM), code, UUID.randomUUID(), "second", "attacks", "source")
                .expect(404);
        decide(eva, code, UUID.randomUUID(), "second", "attacks", " ").expect(422);
        decide(eva, code, UUID.randomUUID(), "second", "remark", "source").expect(409);
        eva.put(resolution(code, UUID.randomUUID()), decision(code, "source").build())
                .expect(422);
        JsonObject another = decision(code, "source")
                .add("other", object(Map.of("attacks", 9)))
                .build();
        eva.put(resolution(code, UUID.randomUUID()), another).expect(403);
        JsonObject early =
                decision(code, "source").add("second", list("attacks")).build();
        correct(sanne, code, 7, "read again").expect(201);
        eva.put(resolution(code, UUID.randomUUID()), early).expect(412);
        assertThat(form(code).getString("state")).isEqualTo("differing");
    }

    @Test
    void whatIsDecidedIsACorrectionWithItsReasonWhereItChangesTheAnswer() {
        String code = entered(5, "tired");
        enter(pien, code, UUID.randomUUID(), answers(6, "weary")).expect(201);
        UUID kept = UUID.randomUUID();

        decide(eva, code, kept, "first", "remark", "as on paper").expect(200);
        assertThat(response(code).getInt("revision")).isEqualTo(1);
        String address = resolution(code, UUID.randomUUID());
        JsonObject asked =
                decision(code, "a six on paper").add("second", list("attacks")).build();
        eva.put(address, asked).expect(200);
        eva.put(address, asked).expect(200);
        eva.put(address, Json.createObjectBuilder(asked).add("reason", "other").build())
                .expect(409);

        assertThat(form(code).getString("state")).isEqualTo("confirmed");
        assertThat(response(code).getInt("revision")).isEqualTo(2);
        assertThat(response(code).getString("reason")).isEqualTo("a six on paper");
        assertThat(response(code).getJsonObject("answers").getInt("attacks")).isEqualTo(6);
        assertThat(response(code).getJsonObject("answers").getString("remark")).isEqualTo("tired");
        assertThat(nodes.database()
                        .rows("select 1 from responses where participant = '" + code + "' and task = '" + TASK + "'"))
                .hasSize(2);
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("response.entered-twice", "difference.resolved", "response.corrected")
                .doesNotContain("weary");
    }

    @Test
    void anotherAnswerIsWrittenByWhoMayCorrect() {
        String code = entered(5, "tired");
        enter(pien, code, UUID.randomUUID(), answers(6, "tired")).expect(201);
        JsonObject another = decision(code, "neither")
                .add("other", object(Map.of("attacks", 97)))
                .build();

        sanne.put(resolution(code, UUID.randomUUID()), another).expect(200);

        assertThat(response(code).getJsonObject("answers").getInt("attacks")).isEqualTo(97);
        assertThat(form(code).getString("state")).isEqualTo("confirmed");
    }

    @Test
    void frozenDataAreNotEnteredOrDecidedAbout() {
        String code = entered(5, "tired");
        freeze(code, "freeze", TASK);
        enter(pien, code, UUID.randomUUID(), answers(6, "tired")).expect(409);
        assertThat(pien.browsing()
                        .get("/studies/" + STUDY.id() + "?waiting=all")
                        .text())
                .doesNotContain(file(code));
        freeze(code, "thaw", TASK);
        enter(pien, code, UUID.randomUUID(), answers(6, "tired")).expect(201);
        freeze(code, "freeze", TASK);
        decide(eva, code, UUID.randomUUID(), "first", "attacks", "source").expect(409);
        freeze(code, "thaw", TASK);
        decide(eva, code, UUID.randomUUID(), "first", "attacks", "source").expect(200);
    }

    @Test
    void oneOfManySecondEntriesAtOnceOnTwoNodesIsTaken() {
        String code = entered(5, "tired");
        List<Callable<Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = pien.movedTo(nodes.bases().get(i % 2));
            int attacks = i;
            sends.add(() -> enter(somewhere, code, UUID.randomUUID(), answers(attacks, "tired")));
        }

        assertThat(new Crowd(6).each(sends))
                .extracting(Answer::status)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }

    @Test
    void aFormIsEnteredComparedAndDecidedAboutOnThePages() {
        String code = entered(5, "tired");
        Visitor second = pien.browsing();
        Visitor manager = eva.browsing();
        String file = file(code);
        assertThat(second.get(file).expect(200).text())
                .contains("Wacht op tweede invoer", file + "/second-entry/" + TASK);
        assertThat(second.postForm(file + "/second-entry/" + TASK, Map.of("attacks", "", "remark", "kept words"))
                        .expect(422)
                        .text())
                .contains("kept words")
                .doesNotContain("tired");
        Map<String, String> sent = Map.of("_entry", UUID.randomUUID().toString(), "attacks", "6", "remark", "tired");
        assertThat(second.postForm(file + "/second-entry/" + TASK, sent)
                        .expect(303)
                        .header("Location"))
                .endsWith("/differences/" + TASK);
        second.postForm(file + "/second-entry/" + TASK, sent).expect(303);

        String differences = file + "/differences/" + TASK;
        assertThat(manager.get("/studies/" + STUDY.id() + "?waiting=all").text())
                .contains(differences);
        assertThat(manager.get(differences).expect(200).text())
                .contains("Attacks", "<b>5</b>", "<b>6</b>")
                .doesNotContain("value=\"other\"");
        assertThat(second.get(differences).expect(200).text()).contains("value=\"other\"");
        assertThat(trial.as(Cast.DAAN).browsing().get(differences).expect(200).text())
                .contains("Attacks")
                .doesNotContain("<button class=\"button\">Save");
        Map<String, String> chosen = Map.of(
                "_response",
                form(code).getString("response"),
                "_resolution",
                UUID.randomUUID().toString(),
                "_choice_attacks",
                "second",
                "reason",
                "");
        assertThat(manager.postForm(differences, chosen).expect(422).text()).contains("value=\"second\" checked");
        Map<String, String> whole = new HashMap<>(chosen);
        whole.put("reason", "a six on paper");
        manager.postForm(differences, whole).expect(303);
        manager.postForm(differences, whole).expect(303);
        assertThat(manager.get(differences).expect(200).text()).contains("Both entries are the same");
        assertThat(manager.get(file).text()).contains("Entered twice");
    }

    private String entered(int attacks, String remark) {
        String code = trial.randomised(STUDY, Cast.SANNE);
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), TASK, answers(attacks, remark))
                .expect(201);
        return code;
    }

    private static Answer enter(Visitor who, String code, UUID id, JsonObject answers) {
        return who.put(entries(code) + "/" + id, entry(TASK, answers));
    }

    private static JsonObject entry(String task, JsonObject answers) {
        return Json.createObjectBuilder()
                .add("task", task)
                .add("answers", answers)
                .build();
    }

    private Answer correct(Visitor who, String code, int attacks, String reason) {
        JsonObject correction = TestTrial.correction(
                TASK, answers(attacks, "tired"), response(code).getString("id"), reason);
        return who.put(TestTrial.path(STUDY, code) + "/responses/" + UUID.randomUUID(), correction);
    }

    private Answer decide(Visitor who, String code, UUID id, String place, String item, String reason) {
        return who.put(
                resolution(code, id),
                decision(code, reason).add(place, list(item)).build());
    }

    private JsonObjectBuilder decision(String code, String reason) {
        return Json.createObjectBuilder()
                .add("response", form(code).getString("response"))
                .add("reason", reason);
    }

    private String resolution(String code, UUID id) {
        return entries(code) + "/" + form(code).getString("entry") + "/resolutions/" + id;
    }

    private void freeze(String code, String step, String task) {
        Freezing.step(eva, STUDY, step, code, task, Map.of("reason", "asked for"))
                .expect(200);
    }

    private JsonObject form(String code) {
        return eva.get(entries(code)).expect(200).first("task", TASK);
    }

    private JsonObject response(String code) {
        return eva.get(TestTrial.path(STUDY, code) + "/responses").expect(200).first("task", TASK);
    }

    private static String entries(String code) {
        return TestTrial.path(STUDY, code) + "/second-entries";
    }

    private static String file(String code) {
        return "/studies/" + STUDY.id() + "/participants/" + code;
    }

    private static JsonObject answers(int attacks, String remark) {
        return object(Map.of("attacks", attacks, "remark", remark));
    }

    private static JsonObject object(Map<String, ?> fields) {
        return Json.createObjectBuilder(Map.copyOf(fields)).build();
    }

    private static JsonArrayBuilder list(String item) {
        return Json.createArrayBuilder().add(item);
    }
}
