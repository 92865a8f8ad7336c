package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a participant gets in on two nodes: what is refused, who wins, what ends, and that the link is written nowhere. */
class PersonalLinkIT {

    private static final String WRONG = "84026";

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor nobody = Visitor.at(trial.as(Cast.RUBEN).base()).with("Origin", Settings.ORIGIN);
    private final Visitor elsewhere = nobody.movedTo(TwoNodes.running().second().base());
    private final String code = trial.screened(TestStudy.OPEN, Cast.SANNE);
    private final String token = trial.enrol(TestStudy.OPEN, Cast.SANNE, code);

    @Test
    void theLinkAloneTellsNothingAndOpeningItChangesNothing() {
        String page = nobody.with("Accept", "text/html")
                .get("/p/" + token)
                .expect(200)
                .text();

        assertThat(page).doesNotContain(code, TestTrial.NAME, TestStudy.OPEN.id(), "north");
        Answer opened = nobody.get("/p/" + token).expect(200);
        assertThat(opened.header("Set-Cookie")).isEmpty();
        assertThat(opened.header("Referrer-Policy")).isEqualTo("strict-origin");
        choose(nobody, Cast.PIN).expect(204);
    }

    @Test
    void aPinIsChosenOnceAndOfTwoAtTheSameMomentByOne() {
        List<Integer> statuses = Stream.of(nobody, elsewhere, nobody, elsewhere)
                .parallel()
                .map(visitor -> choose(visitor, Cast.PIN).status())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(204, 409, 409, 409);
        assertThat(choose(nobody, WRONG).status()).isEqualTo(409);
        signIn(elsewhere, Cast.PIN).expect(204);
    }

    @Test
    void anEasyPinALinkNobodyHasAndAPinOfAnotherAreRefused() {
        assertThat(choose(nobody, "12345").expect(422).text()).contains("/pin");
        choose(nobody, Cast.PIN).expect(204);
        assertThat(nobody.post("/api/links/session", Map.of("token", "no-such-link", "pin", Cast.PIN))
                        .status())
                .isEqualTo(404);
        String other = trial.enrol(TestStudy.OPEN, Cast.SANNE, trial.screened(TestStudy.OPEN, Cast.SANNE));
        nobody.post("/api/links/pin", Map.of("token", other, "pin", WRONG)).expect(204);

        assertThat(signIn(nobody, WRONG).status()).isEqualTo(401);
        assertThat(Visitor.at(nobody.base())
                        .with("Origin", "https://elsewhere.example")
                        .postForm("/p/" + token, Map.of("pin", Cast.PIN, "phone", "own"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tenWrongPinsOnTwoNodesBlockTheLinkUntilAnotherIsIssued() {
        choose(nobody, Cast.PIN).expect(204);
        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(each ->
                        signIn(each % 2 == 0 ? nobody : elsewhere, WRONG).status())
                .toList();

        assertThat(statuses.subList(0, 9)).containsOnly(401);
        assertThat(statuses.subList(9, 12)).containsOnly(403);
        assertThat(signIn(nobody, Cast.PIN).status())
                .as("the right PIN, too late")
                .isEqualTo(403);
        String next = issue(Cast.SANNE).expect(201).field("link");
        assertThat(signIn(nobody, Cast.PIN).status()).as("the old link").isEqualTo(404);
        nobody.post("/api/links/pin", Map.of("token", TestTrial.token(next), "pin", WRONG))
                .expect(204);
    }

    @Test
    void anotherLinkEndsEverySessionAndOnlyTheOwnSiteIssuesIt() {
        choose(nobody, Cast.PIN).expect(204);
        Visitor phone = signedIn(Map.of("token", token, "pin", Cast.PIN));
        Visitor program = Visitor.at(nobody.base()).withTokenOf(token, Cast.PIN);
        phone.get("/api/session").expect(200);

        assertThat(issue(Cast.TOM).status()).isEqualTo(404);
        assertThat(issue(Cast.NOOR).status()).isEqualTo(403);
        assertThat(phone.get("/api/session").status()).isEqualTo(200);
        issue(Cast.SANNE).expect(201);
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(phone.movedTo(elsewhere.base()).get("/api/session").status()).isEqualTo(401);
        assertThat(program.get("/api/session").status()).isEqualTo(401);
        String screened = trial.screened(TestStudy.OPEN, Cast.SANNE);
        assertThat(issue(Cast.SANNE, screened).status()).as("not enrolled").isEqualTo(409);
    }

    @Test
    void anotherPinIsChosenByWhoeverKnowsTheOldOneAndSignsEveryPhoneOut() {
        choose(nobody, Cast.PIN).expect(204);
        Visitor phone = signedIn(Map.of("token", token, "pin", Cast.PIN));

        assertThat(change(nobody, WRONG, "93750").status()).as("not the PIN").isEqualTo(401);
        assertThat(change(nobody, Cast.PIN, "12345").expect(422).text()).contains("/pin");
        assertThat(phone.get("/api/session").status()).isEqualTo(200);
        change(elsewhere, Cast.PIN, "93750").expect(204);

        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(signIn(nobody, Cast.PIN).status()).isEqualTo(401);
        signIn(nobody, "93750").expect(204);
        change(nobody, "93750", Cast.PIN).expect(204);
        signIn(elsewhere, Cast.PIN).expect(204);
    }

    @Test
    void aServerWithoutMailSendsNoLinkAndEndsNone() {
        choose(nobody, Cast.PIN).expect(204);

        assertThat(trial.as(Cast.SANNE)
                        .send("POST", TestTrial.path(TestStudy.OPEN, code) + "/link/mail", BodyPublishers.noBody())
                        .expect(409)
                        .text())
                .contains("sends no mail");
        signIn(nobody, Cast.PIN).expect(204);
    }

    @Test
    void nothingStaysOnASharedPhone() {
        choose(nobody, Cast.PIN).expect(204);
        Answer own = nobody.post("/api/links/session", Map.of("token", token, "pin", Cast.PIN))
                .expect(204);
        assertThat(own.header("Set-Cookie")).contains("Max-Age");
        Answer shared = nobody.post("/api/links/session", json("shared")).expect(204);
        assertThat(shared.header("Set-Cookie")).doesNotContain("Max-Age", "Expires");
        Visitor phone = nobody.with("Cookie", cookie(shared));

        assertThat(phone.get("/api/session").expect(200).json().getBoolean("shared"))
                .isTrue();
        Answer left = phone.postForm("/sign-out", Map.of());
        assertThat(left.header("Clear-Site-Data")).contains("storage", "cache");
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void howSomebodyReadsComesBackOnAnotherPhone() {
        choose(nobody, Cast.PIN).expect(204);
        Visitor phone = signedIn(Map.of("token", token, "pin", Cast.PIN));
        phone.postForm("/appearance", Map.of("language", "en")).expect(303);
        phone.postForm("/appearance", Map.of("migraine-mode", "on")).expect(303);

        Answer other = elsewhere
                .postForm("/p/" + token, Map.of("pin", Cast.PIN, "phone", "own"))
                .expect(303);
        assertThat(other.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lang=en"))
                .anyMatch(cookie -> cookie.startsWith("light=migraine"));
    }

    @Test
    void theLinkIsWrittenInNoLogAndNoTrail() {
        choose(nobody, Cast.PIN).expect(204);
        signIn(nobody, WRONG).expect(401);
        signIn(nobody, Cast.PIN).expect(204);
        String audit = trial.as(Cast.IRIS)
                .get(TestTrial.path(TestStudy.OPEN) + "/audit?size=200")
                .expect(200)
                .text();
        String logs =
                TwoNodes.running().first().log() + TwoNodes.running().second().log();

        assertThat(audit).contains("participant.enrolled").doesNotContain(token, token.replace("-", ""));
        assertThat(logs).doesNotContain(token, token.replace("-", ""));
    }

    private Answer choose(Visitor visitor, String pin) {
        return visitor.post("/api/links/pin", Map.of("token", token, "pin", pin));
    }

    private Answer change(Visitor visitor, String pin, String wanted) {
        return visitor.post("/api/links/another-pin", Map.of("token", token, "pin", pin, "wanted", wanted));
    }

    private Answer signIn(Visitor visitor, String pin) {
        return visitor.post("/api/links/session", Map.of("token", token, "pin", pin));
    }

    private Visitor signedIn(Map<String, String> credentials) {
        return nobody.with(
                "Cookie", cookie(nobody.post("/api/links/session", credentials).expect(204)));
    }

    private static String cookie(Answer signedIn) {
        String cookie = signedIn.header("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private Map<String, Object> json(String flag) {
        return Map.of("token", token, "pin", Cast.PIN, flag, true);
    }

    private Answer issue(Cast coordinator) {
        return issue(coordinator, code);
    }

    private Answer issue(Cast coordinator, String participant) {
        return trial.as(coordinator)
                .send("POST", TestTrial.path(TestStudy.OPEN, participant) + "/link", BodyPublishers.noBody());
    }
}
