package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;
import static org.commensal.journey.Unblindings.ARM;
import static org.commensal.journey.Unblindings.STUDY;
import static org.commensal.journey.Unblindings.arm;
import static org.commensal.journey.Unblindings.breakCode;
import static org.commensal.journey.Unblindings.emergency;
import static org.commensal.journey.Unblindings.onSecondNode;
import static org.commensal.journey.Unblindings.state;
import static org.commensal.journey.Unblindings.toldNowhere;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A code is broken in an emergency by one person at once, who learns the arm and is the only one who does. */
class CodeBreakIT {

    private static final Pattern NAMES = Pattern.compile("Xerxes|Zenobia");

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor lotte = trial.as(Cast.LOTTE);
    private final Visitor bram = trial.as(Cast.BRAM);
    private final Visitor fleur = trial.as(Cast.FLEUR);

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            mode = Mode.EXCLUDE,
            names = {"LOTTE"})
    void onlyTheInvestigatorOfTheSiteBreaksACode(Cast person) {
        String code = trial.randomised(STUDY, Cast.SANNE);

        Answer refused = breakCode(trial.as(person), code, Cast.PASSWORD);

        assertThat(refused.status()).isIn(403, 404);
        assertThat(refused.text()).doesNotContainPattern(ARM);
        assertThat(entries(code, "code.broken")).isZero();
    }

    @Test
    void aWrongPasswordIsAFailedSignInAndTellsNothing() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        long before = failures();

        Answer refused = breakCode(lotte, code, "not the password");

        assertThat(refused.expect(403).text()).contains("/password").doesNotContainPattern(ARM);
        assertThat(failures()).isEqualTo(before + 1);
        assertThat(entries(code, "code.broken")).isZero();
        lotte.get(path(STUDY, code) + "/allocation").expect(403);
        breakCode(lotte, code, Cast.PASSWORD).expect(200);
    }

    /** Whoever knows a sign-in name can fail with it, and must not be able to keep its owner from an emergency. */
    @Test
    void failuresAtTheDoorDoNotDelayAnEmergencyAndOwnOnesDo() {
        Visitor karin = investigator("karin-in-an-emergency");
        String code = trial.randomised(STUDY, Cast.SANNE);
        String other = trial.randomised(STUDY, Cast.SANNE);
        for (int i = 0; i < 11; i++) {
            signIn("karin-in-an-emergency@trials.example", "not the password");
        }
        signIn("karin-in-an-emergency@trials.example", Cast.PASSWORD).expect(429);

        breakCode(karin, code, Cast.PASSWORD).expect(200);
        for (int i = 0; i < 10; i++) {
            breakCode(karin, other, "not the password").expect(403);
        }
        breakCode(karin, other, Cast.PASSWORD).expect(429);
    }

    @Test
    void whoWasUnblindedIsGivenNoRoleThatMustStayBlinded() {
        Visitor karin = investigator("karin-who-knows");
        Visitor ruben = trial.as(Cast.RUBEN);
        JsonObject person = ruben.get("/api/people").expect(200).first("signIn", "karin-who-knows@trials.example");
        String grants = "/api/people/" + person.getString("id") + "/grants";
        breakCode(karin, trial.randomised(STUDY, Cast.SANNE), Cast.PASSWORD).expect(200);
        ruben.delete(grants + "/"
                        + person.getJsonArray("grants").getJsonObject(0).getString("id"))
                .expect(204);

        ruben.post(grants, Map.of("role", "statistician", "study", STUDY.id())).expect(409);
        ruben.post(grants, Map.of("role", "statistician", "study", TestStudy.MINIMISED.id()))
                .expect(201);
        ruben.post(grants, Map.of("role", "coordinator", "study", STUDY.id())).expect(201);
    }

    private Answer signIn(String name, String password) {
        return Visitor.at(lotte.base()).post("/api/session", Map.of("signIn", name, "password", password));
    }

    private Visitor investigator(String mailbox) {
        return trial.invited("Karin", mailbox, "investigator", STUDY, "north");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"safety-review, because, /category", "anything, because, /category", "pregnancy, '   ', /reason"})
    void aCodeIsNotBrokenWithoutAReason(String category, String reason, String pointer) {
        String code = trial.randomised(STUDY, Cast.SANNE);

        Answer refused = lotte.post(
                path(STUDY, code) + "/code-break",
                Map.of("category", category, "reason", reason, "password", Cast.PASSWORD));

        assertThat(refused.expect(422).text()).contains(pointer).doesNotContainPattern(ARM);
    }

    @Test
    void thereIsNoCodeToBreakBeforeRandomisationOrAtAnotherSite() {
        breakCode(lotte, trial.eligible(STUDY, Cast.SANNE, "mild"), Cast.PASSWORD)
                .expect(409);
        breakCode(lotte, trial.randomised(STUDY, Cast.TOM), Cast.PASSWORD).expect(404);
    }

    @Test
    void inAnEmergencyOnePersonLearnsTheArmAtOnceAndNobodyElseDoes() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String other = trial.randomised(STUDY, Cast.SANNE);

        JsonObject broken = breakCode(lotte, code, Cast.PASSWORD).expect(200).json();

        assertThat(broken.getJsonObject("arm").getString("code")).isEqualTo(arm(code));
        assertThat(broken.getString("participant")).isEqualTo(code);
        assertThat(onSecondNode(lotte)
                        .get(path(STUDY, code) + "/allocation")
                        .expect(200)
                        .field("code"))
                .isEqualTo(arm(code));
        assertThat(entries(code, "allocation.revealed")).isEqualTo(2);
        lotte.get(path(STUDY, other) + "/allocation").expect(403);
        List.of(Cast.SANNE, Cast.BRAM, Cast.FLEUR, Cast.NOOR, Cast.RUBEN)
                .forEach(person ->
                        trial.as(person).get(path(STUDY, code) + "/allocation").expect(403));
        toldNowhere();
    }

    @Test
    void aCodeBreakSentAgainIsTheSameCodeBreak() {
        String code = trial.randomised(STUDY, Cast.SANNE);

        String first = breakCode(lotte, code, Cast.PASSWORD).expect(200).field("id");
        String again =
                breakCode(onSecondNode(lotte), code, Cast.PASSWORD).expect(200).field("id");

        assertThat(again).isEqualTo(first);
        assertThat(entries(code, "code.broken")).isEqualTo(1);
    }

    @Test
    void eightTimesAtOnceOnTwoNodesIsOneCodeBreak() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        List<Callable<String>> breaks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor somewhere = lotte.movedTo(nodes.bases().get(i % 2));
            breaks.add(
                    () -> breakCode(somewhere, code, Cast.PASSWORD).expect(200).field("id"));
        }

        assertThat(Set.copyOf(new Crowd(8).each(breaks))).hasSize(1);
        assertThat(entries(code, "code.broken")).isEqualTo(1);
    }

    @Test
    void anotherPersonReviewsTheCodeBreakOnce() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String id = breakCode(lotte, code, Cast.PASSWORD).expect(200).field("id");
        assertThat(state(bram, id)).isEqualTo("to-review");

        review(lotte, code, id, "justified").expect(403);
        review(trial.as(Cast.SANNE), code, id, "justified").expect(403);
        review(bram, trial.randomised(STUDY, Cast.SANNE), id, "justified").expect(404);
        review(bram, code, id, "approved").expect(422);
        review(bram, code, id, "justified").expect(200);
        review(bram, code, id, "justified").expect(200);
        review(bram, code, id, "not-justified").expect(409);
        review(fleur, code, id, "justified").expect(409);

        assertThat(state(fleur, id)).isEqualTo("reviewed");
        lotte.get(path(STUDY, code) + "/allocation").expect(200);
    }

    @Test
    void whereTheStudyShowsTheArmThereIsNoCodeToBreak() {
        String code = trial.randomised(TestStudy.OPEN, Cast.SANNE);

        trial.as(Cast.SANNE).get(path(TestStudy.OPEN, code) + "/allocation").expect(200);
        trial.as(Cast.SANNE)
                .post(path(TestStudy.OPEN, code) + "/code-break", emergency(Cast.PASSWORD))
                .expect(403);
    }

    @Test
    void aCodeBreakMayNameAnEventThatWasReported() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        Map<String, String> named = new HashMap<>(emergency(Cast.PASSWORD));
        named.put("event", "AE/1");
        assertThat(lotte.post(path(STUDY, code) + "/code-break", named)
                        .expect(422)
                        .text())
                .contains("/event", "has no event");
        assertThat(browser(Cast.LOTTE).get(codeBreak(code)).expect(200).text()).doesNotContain("name=\"event\"");
        JsonObject grade = Json.createObjectBuilder().add("grade", 2).build();
        TestTrial.submit(trial.as(Cast.SANNE), STUDY, code, UUID.randomUUID(), "AE", grade)
                .expect(201);

        assertThat(browser(Cast.LOTTE).get(codeBreak(code)).expect(200).text())
                .contains("name=\"event\"", "Adverse event 1");
        browser(Cast.LOTTE).postForm(codeBreak(code), named).expect(200);

        JsonObject entry = trial.as(Cast.FLEUR).get(path(STUDY) + "/unblindings").expect(200).list().stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getJsonArray("participants").toString().contains(code))
                .findFirst()
                .orElseThrow();
        assertThat(entry.getString("event")).isEqualTo("AE/1");
        assertThat(browser(Cast.FLEUR)
                        .get("/studies/" + STUDY.id() + "/unblindings/" + entry.getString("id"))
                        .expect(200)
                        .text())
                .contains("Adverse event 1")
                .doesNotContainPattern(NAMES);
    }

    private static String codeBreak(String code) {
        return "/studies/" + STUDY.id() + "/participants/" + code + "/code-break";
    }

    @Test
    void onPagesTheArmIsInOneAnswerAndNowhereElse() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String own = "/studies/" + STUDY.id() + "/participants/" + code;
        Visitor browser = browser(Cast.LOTTE);
        Map<String, String> form =
                Map.of("category", "medical-care", "reason", "she is <unconscious>", "password", "wrong");

        assertThat(browser.get(own).expect(200).text())
                .contains(own + "/code-break")
                .doesNotContain("Unblinded");
        assertThat(browser.get(own + "/code-break").expect(200).text()).contains("within 24 hours");
        assertThat(browser.postForm(own + "/code-break", form).expect(403).text())
                .contains("password-fault", "she is &lt;unconscious&gt;")
                .doesNotContain("wrong\"")
                .doesNotContainPattern(NAMES);
        Map<String, String> right = new HashMap<>(form);
        right.put("password", Cast.PASSWORD);
        Answer broken = browser.postForm(own + "/code-break", right).expect(200);

        assertThat(broken.text()).containsPattern(NAMES);
        assertThat(broken.header("Cache-Control")).contains("no-store");
        assertThat(browser.get(own).expect(200).text()).contains("Unblinded").doesNotContainPattern(NAMES);
        assertThat(browser.postForm(own + "/allocation", Map.of()).expect(200).text())
                .containsPattern(NAMES);
        assertThat(browser(Cast.EVA)
                        .get("/studies/" + STUDY.id() + "/participants?search=" + code)
                        .expect(200)
                        .text())
                .contains("Unblinded")
                .doesNotContainPattern(NAMES);
        assertThat(browser(Cast.FLEUR)
                        .get("/studies/" + STUDY.id() + "/unblindings")
                        .expect(200)
                        .text())
                .contains(code, "To be reviewed", "Unblinding (")
                .doesNotContainPattern(NAMES);
        reviewedOnAPage(code);
    }

    private void reviewedOnAPage(String code) {
        String id = nodes.database()
                .rows("select cast(u.id as text) from unblindings u join unblinding_participants p"
                        + " on p.unblinding = u.id where p.participant = '" + code + "'")
                .get(0)[0]
                .toString();
        String page = "/studies/" + STUDY.id() + "/unblindings/" + id;
        assertThat(browser(Cast.LOTTE).get(page).expect(200).text()).doesNotContain("name=\"decision\"");
        assertThat(browser(Cast.FLEUR).get(page).expect(200).text()).contains("name=\"decision\"");
        browser(Cast.FLEUR).postForm(page, Map.of("note", "seen")).expect(422);
        browser(Cast.FLEUR)
                .postForm(page, Map.of("note", "seen", "decision", "justified"))
                .expect(303);
        assertThat(browser(Cast.FLEUR).get(page).expect(200).text())
                .contains("Reviewed")
                .doesNotContain("name=\"decision\"");
    }

    private Visitor browser(Cast person) {
        return trial.as(person).browsing();
    }

    private static Answer review(Visitor who, String code, String id, String decision) {
        return who.post(
                path(STUDY, code) + "/code-break/review",
                Map.of("codeBreak", id, "decision", decision, "note", "seen the file"));
    }

    private int entries(String code, String action) {
        return nodes.database()
                .rows("select 1 from audit_entries where action = '" + action + "' and subject = '" + code + "'")
                .size();
    }

    private long failures() {
        return nodes.database()
                .rows("select 1 from audit_entries where action = 'person.sign-in-failed'")
                .size();
    }
}
