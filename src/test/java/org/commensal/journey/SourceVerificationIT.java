package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.commensal.protocol.SourceVerification;
import org.junit.jupiter.api.Test;

/** Monitors compare what the study asks with its source, item by item, and take back what they marked. */
class SourceVerificationIT {

    private static final TestStudy STUDY = TestStudy.SOURCED;
    private static final SourceVerification PLAN =
            STUDY.read().conduct().sourceVerification().orElseThrow();
    private static final String TASK = "C1/check";

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor daan = trial.as(Cast.DAAN);

    @Test
    void whoDoesNotVerifyIsRefusedAndSoIsWhatIsNotThere() {
        String code = filledIn(true);
        String response = record(code).getString("response");

        for (Cast other : List.of(Cast.SANNE, Cast.LOTTE, Cast.EVA, Cast.NOOR, Cast.IRIS, Cast.RUBEN)) {
            items(trial.as(other), code, response, "attacks").expect(403);
            takeBack(trial.as(other), code, response, "asked for").expect(403);
        }
        items(trial.as(Cast.TOM), code, response, "attacks").expect(404);
        items(daan, code, response).expect(422);
        items(daan, code, response, "severity").expect(422);
        items(daan, code, UUID.randomUUID().toString(), "attacks").expect(412);
        takeBack(daan, code, response, " ").expect(422);
        takeBack(daan, code, response, "asked for").expect(409);
        takeBack(daan, code, UUID.randomUUID().toString(), "asked for").expect(412);
        assertThat(steps(code)).isEmpty();
    }

    @Test
    void aFormIsVerifiedOnceEveryRequiredItemIs() {
        String code = filledIn(true);
        String response = record(code).getString("response");
        assertThat(texts(record(code), "toVerify")).containsExactly("attacks", "remark");

        items(daan, code, response, "attacks").expect(200);
        items(daan, code, response, "attacks").expect(200);
        assertThat(record(code).getString("verified")).isEqualTo("none");
        assertThat(texts(record(code), "verifiedItems")).containsExactly("attacks");
        items(daan, code, response, "attacks", "remark").expect(200);
        assertThat(record(code).getString("verified")).isEqualTo("stands");
        assertThat(steps(code)).hasSize(2);

        correct(code, response);
        assertThat(record(code).getString("verified")).isEqualTo("changed");
        assertThat(texts(record(code), "verifiedItems")).isEmpty();
        items(daan, code, response, "attacks").expect(412);
    }

    @Test
    void ofWhoIsNotSelectedOnlyCriticalItemsAreRequired() {
        String code = filledIn(false);
        JsonObject screening = record(code, TestTrial.SCREENING);
        assertThat(texts(screening, "toVerify")).containsExactly("severity");
        assertThat(texts(record(code), "toVerify")).isEmpty();
        assertThat(closing(code).getBoolean("selected")).isFalse();
        assertThat(closing(code).getInt("toVerify")).isEqualTo(1);

        items(daan, code, screening.getString("response"), "severity").expect(200);

        assertThat(record(code, TestTrial.SCREENING).getString("verified")).isEqualTo("stands");
        assertThat(closing(code).getInt("toVerifyDone")).isEqualTo(1);
    }

    @Test
    void whatIsTakenBackIsKeptAndCanBeVerifiedAgain() {
        String code = filledIn(true);
        String response = record(code).getString("response");
        verify(code, response);
        takeBack(daan, code, response, "wrong record").expect(200);
        takeBack(daan, code, response, "wrong record").expect(200);
        takeBack(daan, code, response, "another reason").expect(409);
        assertThat(record(code).getString("verified")).isEqualTo("none");

        verify(code, response);

        assertThat(record(code).getString("verified")).isEqualTo("stands");
        assertThat(steps(code)).hasSize(3);
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("source.verified", "source.verification-taken-back", "wrong record");
    }

    @Test
    void whatIsTickedAtOnceOnTwoNodesIsMarkedOnce() {
        String code = filledIn(true);
        String response = record(code).getString("response");
        List<Callable<Answer>> ticks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = daan.movedTo(nodes.bases().get(i % 2));
            ticks.add(() -> items(somewhere, code, response, "attacks"));
        }

        assertThat(new Crowd(6).each(ticks)).extracting(Answer::status).containsOnly(200);
        assertThat(steps(code)).hasSize(1);
    }

    @Test
    void itemsAreTickedOnThePageAndTheClosingPageCountsThem() {
        String code = filledIn(true);
        String file = "/studies/" + STUDY.id() + "/participants/" + code;
        String form = file + "/records/" + TASK;
        String response = record(code).getString("response");
        Visitor monitor = html(Cast.DAAN);
        assertThat(monitor.get("/studies/" + STUDY.id() + "/closing")
                        .expect(200)
                        .text())
                .contains("(a share of 50%)", "To verify: done", "Selected");
        assertThat(monitor.get(file + "/closing").expect(200).text()).contains("To verify");
        assertThat(monitor.get(form).expect(200).text())
                .contains("name=\"item\" value=\"attacks\"", "Compared (required)")
                .doesNotContain("Take the verification back");
        assertThat(html(Cast.LOTTE).get(form).expect(200).text()).doesNotContain("name=\"item\"");

        monitor.postForm(form, Map.of("response", response, "step", "items")).expect(422);
        monitor.postForm(form, Map.of("response", response, "step", "items", "item", "attacks"))
                .expect(303);
        assertThat(monitor.get(file + "/closing").text()).contains("1 of 2 items verified");
        assertThat(monitor.get(form).text()).contains("Take the verification back", "value=\"remark\"");
        monitor.postForm(form, Map.of("response", response, "step", "take-back", "reason", ""))
                .expect(422);
        monitor.postForm(form, Map.of("response", response, "step", "take-back", "reason", "wrong record"))
                .expect(303);
        monitor.postForm(form, Map.of("response", response, "step", "whole")).expect(303);
        assertThat(record(code).getString("verified")).isEqualTo("stands");
        assertThat(monitor.get("/studies/" + STUDY.id() + "/closing.csv")
                        .expect(200)
                        .text())
                .contains("to_verify", "attacks remark");
        assertThat(monitor.get("/studies/" + STUDY.id() + "/verification.csv")
                        .expect(200)
                        .text())
                .contains("to_verify_verified");
    }

    /** Somebody who is selected or is not, with a call filled in. */
    private String filledIn(boolean selected) {
        String code = Stream.generate(() -> trial.randomised(STUDY, Cast.SANNE))
                .filter(each -> PLAN.selects(STUDY.id(), each) == selected)
                .findFirst()
                .orElseThrow();
        JsonObject answers = Json.createObjectBuilder()
                .add("attacks", 5)
                .add("remark", "tired")
                .build();
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), TASK, answers).expect(201);
        return code;
    }

    private void correct(String code, String response) {
        JsonObject answers = Json.createObjectBuilder().add("attacks", 6).build();
        JsonObject correction = TestTrial.correction(TASK, answers, response, "misread");
        sanne.put(TestTrial.path(STUDY, code) + "/responses/" + UUID.randomUUID(), correction)
                .expect(201);
    }

    private static Answer items(Visitor who, String code, String response, String... items) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        Stream.of(items).forEach(list::add);
        return who.sendJson(
                "POST",
                verifications(code) + "/" + response + "/items",
                Json.createObjectBuilder().add("items", list).build().toString());
    }

    private static Answer takeBack(Visitor who, String code, String response, String reason) {
        return who.post(verifications(code) + "/" + response + "/retraction", Map.of("reason", reason));
    }

    private void verify(String code, String response) {
        JsonObject asked = Json.createObjectBuilder()
                .add("responses", Json.createArrayBuilder().add(response))
                .build();
        daan.sendJson("POST", verifications(code), asked.toString()).expect(200);
    }

    private static String verifications(String code) {
        return TestTrial.path(STUDY, code) + "/verifications";
    }

    private JsonObject record(String code) {
        return record(code, TASK);
    }

    private JsonObject record(String code, String task) {
        return daan.get(TestTrial.path(STUDY, code) + "/records").expect(200).first("task", task);
    }

    private JsonObject closing(String code) {
        return daan.get(TestTrial.path(STUDY) + "/closing").expect(200).first("participant", code);
    }

    private static List<String> texts(JsonObject of, String field) {
        return of.getJsonArray(field).getValuesAs(JsonString::getString);
    }

    private List<Object[]> steps(String code) {
        return nodes.database().rows("select step, item from verification_steps where participant = '" + code + "'");
    }

    private Visitor html(Cast person) {
        return trial.as(person).browsing();
    }
}
