package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;
import static org.commensal.journey.Unblindings.ARM;
import static org.commensal.journey.Unblindings.STUDY;
import static org.commensal.journey.Unblindings.arm;
import static org.commensal.journey.Unblindings.breakCode;
import static org.commensal.journey.Unblindings.onSecondNode;
import static org.commensal.journey.Unblindings.state;
import static org.commensal.journey.Unblindings.toldNowhere;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An arm is shown as planned by two people; who is named learns the arm, of whom is named, and nobody else learns it. */
class UnblindingIT {

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor lotte = trial.as(Cast.LOTTE);
    private final Visitor bram = trial.as(Cast.BRAM);
    private final Visitor fleur = trial.as(Cast.FLEUR);

    @Test
    void nothingIsShownUntilAnotherPersonApproved() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String other = trial.randomised(STUDY, Cast.SANNE);
        String id = request(lotte, List.of(code), List.of(Cast.LOTTE), UUID.randomUUID())
                .expect(201)
                .field("id");
        assertThat(state(lotte, id)).isEqualTo("requested");
        lotte.get(path(STUDY, code) + "/allocation").expect(403);

        approve(lotte, id, "approved", Cast.PASSWORD).expect(403);
        approve(trial.as(Cast.RUBEN), id, "approved", Cast.PASSWORD).expect(403);
        approve(bram, id, "approved", "not the password").expect(403);
        lotte.get(path(STUDY, code) + "/allocation").expect(403);
        approve(bram, id, "approved", Cast.PASSWORD).expect(200);
        approve(bram, id, "approved", Cast.PASSWORD).expect(200);

        assertThat(state(lotte, id)).isEqualTo("approved");
        assertThat(onSecondNode(lotte)
                        .get(path(STUDY, code) + "/allocation")
                        .expect(200)
                        .field("code"))
                .isEqualTo(arm(code));
        lotte.get(path(STUDY, other) + "/allocation").expect(403);
        bram.get(path(STUDY, code) + "/allocation").expect(403);
        toldNowhere();
    }

    @Test
    void whatIsRefusedStaysClosed() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String id = request(lotte, List.of(code), List.of(Cast.LOTTE), UUID.randomUUID())
                .expect(201)
                .field("id");

        approve(fleur, id, "refused", Cast.PASSWORD).expect(200);
        approve(bram, id, "approved", Cast.PASSWORD).expect(409);
        approve(fleur, id, "approved", Cast.PASSWORD).expect(409);

        assertThat(state(lotte, id)).isEqualTo("refused");
        lotte.get(path(STUDY, code) + "/allocation").expect(403);
    }

    @Test
    void whoAskedAndWhoWouldBeShownTheArmDoNotApprove() {
        String code = trial.randomised(STUDY, Cast.TOM);
        String own = request(fleur, List.of(code), List.of(Cast.BRAM), UUID.randomUUID())
                .expect(201)
                .field("id");

        approve(fleur, own, "approved", Cast.PASSWORD).expect(403);
        approve(bram, own, "approved", Cast.PASSWORD).expect(403);

        assertThat(state(bram, own)).isEqualTo("requested");
        bram.get(path(STUDY, code) + "/allocation").expect(403);
    }

    @Test
    void nobodyIsNamedWhoMustStayBlindedOrBelongsToAnotherSite() {
        String here = trial.randomised(STUDY, Cast.SANNE);
        String there = trial.randomised(STUDY, Cast.TOM);

        request(bram, List.of(here), List.of(Cast.NOOR), UUID.randomUUID()).expect(422);
        request(bram, List.of(here), List.of(Cast.RUBEN), UUID.randomUUID()).expect(422);
        request(bram, List.of(here), List.of(), UUID.randomUUID()).expect(422);
        request(bram, List.of(there), List.of(Cast.LOTTE), UUID.randomUUID()).expect(422);
        request(lotte, List.of(there), List.of(Cast.BRAM), UUID.randomUUID()).expect(404);
        request(trial.as(Cast.NOOR), List.of(here), List.of(Cast.BRAM), UUID.randomUUID())
                .expect(403);
        request(bram, List.of(trial.screened(STUDY, Cast.SANNE)), List.of(Cast.LOTTE), UUID.randomUUID())
                .expect(422);
        request(bram, List.of(here, here), List.of(Cast.LOTTE), UUID.randomUUID())
                .expect(422);
    }

    @Test
    void aRequestSentAgainIsTheSameRequestAndAnotherNeedsAnotherKey() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        UUID key = UUID.randomUUID();

        String first = request(bram, List.of(code), List.of(Cast.LOTTE), key)
                .expect(201)
                .field("id");

        assertThat(request(bram, List.of(code), List.of(Cast.LOTTE), key)
                        .expect(201)
                        .field("id"))
                .isEqualTo(first);
        request(bram, List.of(code), List.of(Cast.FLEUR), key).expect(409);
        request(fleur, List.of(code), List.of(Cast.LOTTE), key).expect(409);
    }

    /** Bram and Fleur decide at once, each at a node of their own: one does. */
    @Test
    void ofTwoWhoDecideAtOnceTheFirstDecides() {
        for (int pair = 0; pair < 10; pair++) {
            String code = trial.randomised(STUDY, Cast.SANNE);
            String id = request(lotte, List.of(code), List.of(Cast.LOTTE), UUID.randomUUID())
                    .expect(201)
                    .field("id");

            List<Integer> statuses = new Crowd(2)
                    .each(List.of(
                            () -> approve(bram, id, "approved", Cast.PASSWORD).status(),
                            () -> approve(onSecondNode(fleur), id, "refused", Cast.PASSWORD)
                                    .status()));

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            int shown = lotte.get(path(STUDY, code) + "/allocation").status();
            assertThat(shown).isEqualTo(state(lotte, id).equals("approved") ? 200 : 403);
        }
    }

    @Test
    void theRegisterShowsASiteItsOwnAndNoArm() {
        String here = trial.randomised(STUDY, Cast.SANNE);
        String there = trial.randomised(STUDY, Cast.TOM);
        request(bram, List.of(here, there), List.of(Cast.FLEUR), UUID.randomUUID())
                .expect(201);
        breakCode(lotte, here, Cast.PASSWORD).expect(200);

        String north = lotte.get(path(STUDY) + "/unblindings").expect(200).text();
        String all = trial.as(Cast.DAAN)
                .get(path(STUDY) + "/unblindings")
                .expect(200)
                .text();

        assertThat(north).contains(here).doesNotContain(there).doesNotContainPattern(ARM);
        assertThat(all).contains(here, there, "BRAM", "FLEUR").doesNotContainPattern(ARM);
        trial.as(Cast.NOOR).get(path(STUDY) + "/unblindings").expect(403);
        trial.as(Cast.EVA).get(path(STUDY) + "/unblindings").expect(403);
    }

    private static Answer request(Visitor who, List<String> codes, List<Cast> shownTo, UUID key) {
        JsonArrayBuilder participants = Json.createArrayBuilder();
        codes.forEach(participants::add);
        JsonArrayBuilder people = Json.createArrayBuilder();
        shownTo.forEach(person -> people.add(person.signIn()));
        JsonObject content = Json.createObjectBuilder()
                .add("participants", participants)
                .add("shownTo", people)
                .add("category", "safety-review")
                .add("reason", "report to the authority")
                .build();
        return who.with("Idempotency-Key", key.toString())
                .sendJson("POST", path(STUDY) + "/unblindings", content.toString());
    }

    private static Answer approve(Visitor who, String id, String decision, String password) {
        return who.post(
                path(STUDY) + "/unblindings/" + id + "/approval",
                Map.of("decision", decision, "note", "as the charter says", "password", password));
    }
}
