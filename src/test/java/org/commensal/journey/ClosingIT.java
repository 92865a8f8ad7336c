package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Data are verified against their source, signed, frozen and locked; and opened again so that everybody can see it. */
class ClosingIT {

    private static final TestStudy STUDY = TestStudy.CLOSING;
    private static final int PAIRS = 20;
    private static final String WHY = "a date was wrong";

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor lotte = trial.as(Cast.LOTTE);
    private final Visitor eva = trial.as(Cast.EVA);
    private final Visitor daan = trial.as(Cast.DAAN);

    @Test
    void onlyWhoMayDoesAndOnlyWhatIsThere() {
        String code = filledIn();
        String there = trial.randomised(STUDY, Cast.TOM);

        for (Visitor other : List.of(sanne, lotte, daan, trial.as(Cast.RUBEN), trial.as(Cast.NOOR))) {
            assertThat(freeze(other, "freeze", code, "").status()).isEqualTo(403);
        }
        assertThat(verify(eva, code, List.of(response(code, "C1/check"))).status())
                .isEqualTo(403);
        assertThat(sign(daan, code, "", Cast.PASSWORD).status()).isEqualTo(403);
        assertThat(sign(lotte, there, "", Cast.PASSWORD, "seen nothing").status())
                .isEqualTo(404);
        assertThat(sign(lotte, code, "", "a wrong password").status()).isEqualTo(403);
        assertThat(freeze(eva, "freeze", code, "C9/check").status()).isEqualTo(422);
        assertThat(freeze(eva, "melt", code, "").status()).isEqualTo(422);
        assertThat(verify(daan, code, List.of()).status()).isEqualTo(422);
        assertThat(verify(daan, code, List.of(UUID.randomUUID())).status()).isEqualTo(412);
        assertThat(verify(daan, code, List.of(response(there, "SCR/screening"))).status())
                .isEqualTo(412);
        assertThat(record(code, "C1/check").getString("state")).isEqualTo("open");
    }

    @Test
    void whatIsFrozenTakesNothingInAndIsThawedWithAReason() {
        String code = filledIn();
        UUID first = response(code, "C1/check");
        freeze(eva, "freeze", code, "C1").expect(200);
        freeze(eva, "freeze", code, "C1").expect(200);

        assertThat(correct(code, "C1/check", first, 4).status()).isEqualTo(409);
        assertThat(correct(code, "C1/check", first, 4).text()).contains("frozen");
        submit(code, "C2/check", 2).expect(201);
        freeze(eva, "freeze", code, "").expect(200);
        assertThat(submit(code, "C3/check", 2).status()).isEqualTo(409);
        assertThat(state(code, "C3/check")).isEqualTo("closed");
        assertThat(freeze(eva, "thaw", code, "").status()).isEqualTo(422);
        assertThat(thaw(code, "C2").status()).isEqualTo(409);

        thaw(code, "").expect(200);
        submit(code, "C3/check", 2).expect(201);
        assertThat(correct(code, "C1/check", first, 4).status()).isEqualTo(409);
        thaw(code, "C1").expect(200);
        correct(code, "C1/check", first, 4).expect(201);
        assertThat(freezings(code)).hasSize(4);
    }

    @Test
    void aCorrectionMakesAFormUnverifiedAndUnsigned() {
        String code = filledIn();
        UUID first = response(code, "C1/check");
        verify(daan, code, List.of(first)).expect(200);
        verify(daan, code, List.of(first)).expect(200);
        sign(lotte, code, "", Cast.PASSWORD).expect(200);
        assertThat(record(code, "C1/check"))
                .isEqualTo(Json.createObjectBuilder(record(code, "C1/check"))
                        .add("verified", "stands")
                        .add("signed", "stands")
                        .build());

        String seen = content(code, "");
        correct(code, "C1/check", first, 5).expect(201);

        assertThat(record(code, "C1/check").getString("verified")).isEqualTo("changed");
        assertThat(record(code, "C1/check").getString("signed")).isEqualTo("changed");
        assertThat(record(code, "SCR/screening").getString("signed")).isEqualTo("stands");
        assertThat(signatures(code).getJsonObject(0).getString("standing")).isEqualTo("changed");
        assertThat(sign(lotte, code, "", Cast.PASSWORD, seen).status()).isEqualTo(412);

        sign(lotte, code, "C1/check", Cast.PASSWORD).expect(200);
        sign(lotte, code, "C1/check", Cast.PASSWORD).expect(200);
        assertThat(signatures(code)).hasSize(2);
        assertThat(record(code, "C1/check").getString("signed")).isEqualTo("stands");
        assertThat(nodes.database().rows("select 1 from verification_steps where response = '" + first + "'"))
                .hasSize(1);
    }

    @Test
    void aParticipantIsLockedOnceEverythingIsSignedAndUnlockingVoidsTheSignature() {
        String code = filledIn();
        assertThat(freeze(eva, "lock", code, "").status()).isEqualTo(409);
        freeze(eva, "freeze", code, "").expect(200);
        assertThat(freeze(eva, "lock", code, "").text()).contains("2 of 2 forms are not signed", "C1/check");
        sign(lotte, code, "C1/check", Cast.PASSWORD).expect(200);
        assertThat(freeze(eva, "lock", code, "").text()).contains("1 of 2 forms are not signed", "SCR/screening");
        sign(lotte, code, "", Cast.PASSWORD).expect(200);
        assertThat(step(code)).isEqualTo("ready");

        freeze(eva, "lock", code, "").expect(200);

        assertThat(step(code)).isEqualTo("locked");
        assertThat(correct(code, "C1/check", response(code, "C1/check"), 4).text())
                .contains("locked");
        assertThat(thaw(code, "").status()).isEqualTo(409);
        assertThat(unlock(code, "", Cast.PASSWORD).status()).isEqualTo(422);
        assertThat(unlock(code, WHY, "a wrong password").status()).isEqualTo(403);
        assertThat(step(code)).isEqualTo("locked");

        unlock(code, WHY, Cast.PASSWORD).expect(200);

        assertThat(record(code, "C1/check").getString("state")).isEqualTo("frozen");
        assertThat(record(code, "C1/check").getString("signed")).isEqualTo("void");
        assertThat(signatures(code).getValuesAs(JsonObject.class))
                .extracting(signature -> signature.getString("standing"))
                .containsOnly("void");
        assertThat(page(lotte, code).text()).contains("Void: unlocked since");
        assertThat(freeze(eva, "lock", code, "").status()).isEqualTo(409);
        sign(lotte, code, "", Cast.PASSWORD).expect(200);
        freeze(eva, "lock", code, "").expect(200);
    }

    /** Nothing comes in after it was said that the data are frozen, at whichever node, however close it is. */
    @Test
    void whoFreezesWhileSomebodySubmitsSeesAllThereWillBe() {
        List<Callable<Boolean>> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            pairs.add(this::nothingCameInAfterTheFreeze);
        }

        assertThat(new Crowd(4).each(pairs)).hasSize(PAIRS).containsOnly(true);
    }

    private boolean nothingCameInAfterTheFreeze() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        Visitor away = sanne.movedTo(nodes.bases().get(1));
        List<Callable<Integer>> both = List.of(
                () -> {
                    int sent = 0;
                    for (int visit = 1; visit < 8; visit++) {
                        sent += submit(away, code, "C" + visit + "/check", attacks(visit))
                                                .status()
                                        == 201
                                ? 1
                                : 0;
                    }
                    return sent;
                },
                () -> {
                    freeze(eva, "freeze", code, "").expect(200);
                    return stored(code) - 1;
                });
        List<Integer> counted = new Crowd(2).each(both);
        return counted.get(0).equals(counted.get(1)) && stored(code) - 1 == counted.get(1);
    }

    @Test
    void listsTellNamesAndMeaningsAndNeverAnAnswer() {
        String code = filledIn();
        verify(daan, code, List.of(response(code, "C1/check"))).expect(200);
        sign(lotte, code, "", Cast.PASSWORD).expect(200);

        String list = eva.get("/studies/" + STUDY.id() + "/closing.csv?search=" + code)
                .expect(200)
                .text();
        assertThat(list.lines()).hasSize(3);
        assertThat(list).contains("C1/check,check,1,open,stands,stands,", ",reviewed,");
        assertThat(daan.get("/studies/" + STUDY.id() + "/verification.csv")
                        .expect(200)
                        .text())
                .contains("site,form,filled_in,verified,changed_since,left,percent", "north,check,");
        assertThat(html(daan)
                        .get("/studies/" + STUDY.id() + "/closing?search=" + code)
                        .expect(200)
                        .text())
                .contains(code);
        assertThat(page(daan, code).text()).contains("I have reviewed these data", "Europe/Amsterdam", "UTC");
        assertThat(html(daan).get(own(code) + "/records/C1/check").expect(200).text())
                .contains("I have reviewed these data", "data-label=\"Answer\">3<");
        trial.as(Cast.NOOR).get("/studies/" + STUDY.id() + "/closing.csv").expect(403);
        html(trial.as(Cast.TOM)).get(own(code) + "/records/C1/check").expect(404);
        html(daan).get(own(code) + "/records/C9/nothing").expect(404);
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=100")
                        .expect(200)
                        .text())
                .contains("data.signed", "source.verified", "data.frozen");
    }

    private String filledIn() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        submit(code, "C1/check", 3).expect(201);
        return code;
    }

    private static JsonObject attacks(int count) {
        return Json.createObjectBuilder().add("attacks", count).build();
    }

    private Answer submit(String code, String task, int count) {
        return submit(sanne, code, task, attacks(count));
    }

    private static Answer submit(Visitor who, String code, String task, JsonObject answers) {
        return TestTrial.submit(who, STUDY, code, UUID.randomUUID(), task, answers);
    }

    private Answer correct(String code, String task, UUID corrects, int count) {
        JsonObject correction = TestTrial.correction(task, attacks(count), corrects.toString(), "read again");
        return sanne.put(TestTrial.path(STUDY, code) + "/responses/" + UUID.randomUUID(), correction);
    }

    private static Answer freeze(Visitor who, String step, String code, String part) {
        return Freezing.step(who, STUDY, step, code, part, Map.of());
    }

    private Answer thaw(String code, String part) {
        return Freezing.step(eva, STUDY, "thaw", code, part, Map.of("reason", WHY));
    }

    private Answer unlock(String code, String reason, String password) {
        return Freezing.step(eva, STUDY, "unlock", code, "", Map.of("reason", reason, "password", password));
    }

    private static Answer verify(Visitor who, String code, List<UUID> responses) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        responses.forEach(id -> ids.add(id.toString()));
        return who.sendJson(
                "POST",
                TestTrial.path(STUDY, code) + "/verifications",
                Json.createObjectBuilder().add("responses", ids).build().toString());
    }

    private Answer sign(Visitor who, String code, String part, String password) {
        return sign(who, code, part, password, content(code, part));
    }

    private static Answer sign(Visitor who, String code, String part, String password, String content) {
        JsonObjectBuilder asked = Json.createObjectBuilder()
                .add("meaning", "reviewed")
                .add("content", content)
                .add("password", password);
        return who.sendJson(
                "POST",
                TestTrial.path(STUDY, code) + "/signatures",
                (part.isEmpty() ? asked : asked.add("part", part)).build().toString());
    }

    private String content(String code, String part) {
        return lotte.get(TestTrial.path(STUDY, code) + "/signatures?part=" + part)
                .expect(200)
                .field("content");
    }

    private JsonArray signatures(String code) {
        return lotte.get(TestTrial.path(STUDY, code) + "/signatures")
                .expect(200)
                .json()
                .getJsonArray("signatures");
    }

    private JsonObject record(String code, String task) {
        return eva.get(TestTrial.path(STUDY, code) + "/records").expect(200).first("task", task);
    }

    private UUID response(String code, String task) {
        return UUID.fromString(record(code, task).getString("response"));
    }

    private String step(String code) {
        return eva.get(TestTrial.path(STUDY) + "/closing")
                .expect(200)
                .first("participant", code)
                .getString("step");
    }

    private String state(String code, String task) {
        return sanne.get(TestTrial.path(STUDY, code) + "/tasks")
                .expect(200)
                .first("task", task)
                .getString("state");
    }

    private int stored(String code) {
        return nodes.database()
                .rows("select 1 from responses where participant = '" + code + "'")
                .size();
    }

    private List<Object[]> freezings(String code) {
        return nodes.database().rows("select step from freezings where participant = '" + code + "'");
    }

    private static Answer page(Visitor who, String code) {
        return html(who).get(own(code) + "/closing").expect(200);
    }

    private static Visitor html(Visitor who) {
        return who.with("Accept", "text/html");
    }

    private static String own(String code) {
        return "/studies/" + STUDY.id() + "/participants/" + code;
    }
}
