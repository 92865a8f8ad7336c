package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is signed in by, what another site can make it do, and what nonsense is answered with. */
class SessionIT {

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor browser = Visitor.at(trial.as(Cast.RUBEN).base()).with("Origin", Settings.ORIGIN);

    @Test
    void whoeverIsNotSignedInIsTurnedAway() {
        for (String path : List.of("/api/session", "/api/tokens", "/api/people", "/api/studies")) {
            assertThat(browser.get(path).expect(401).header("Content-Type")).startsWith("application/problem+json");
        }
        browser.with("Authorization", "Bearer guessed").get("/api/session").expect(401);
        browser.with("Cookie", "__Host-session=guessed").get("/api/session").expect(401);
    }

    @Test
    void noErrorPageNamesTheServer() {
        for (String path : List.of("/nothing", "/WEB-INF/web.xml", "/error", "/application.wadl")) {
            Answer answer = browser.get(path).expect(404);
            assertThat(answer.text()).contains("/problems/not-found").doesNotContainIgnoringCase("payara");
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    @Test
    void theCookieIsKeptFromScriptsOtherSitesAndPlainConnections() {
        String cookie = signIn(Cast.NOOR, Cast.PASSWORD).header("Set-Cookie");

        assertThat(cookie)
                .startsWith("__Host-session=")
                .contains("HttpOnly")
                .contains("Secure")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void eachSignInHasATokenOfItsOwnAndSignOutEndsIt() {
        Visitor first = signedIn(Cast.NOOR);
        Visitor second = signedIn(Cast.NOOR);
        assertThat(first.headers().get("Cookie")).isNotEqualTo(second.headers().get("Cookie"));

        first.delete("/api/session").expect(204);

        assertThat(first.get("/api/session").status()).isEqualTo(401);
        assertThat(first.movedTo(TwoNodes.running().second().base())
                        .get("/api/session")
                        .status())
                .isEqualTo(401);
        assertThat(second.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void aTokenThatWasChosenBeforehandIsNotTakenOver() {
        Visitor fixed = browser.with("Cookie", "__Host-session=chosen-by-somebody-else");
        Answer signedIn = fixed.post("/api/session", credentials(Cast.NOOR, Cast.PASSWORD))
                .expect(204);

        assertThat(signedIn.header("Set-Cookie")).doesNotContain("chosen-by-somebody-else");
        assertThat(fixed.get("/api/session").status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
    })
    void whatAnotherSiteSendsIsRefused(String header, String value) {
        Visitor lured = signedIn(Cast.SANNE).with(header, value);

        assertThat(lured.post(TestTrial.path(TestStudy.OPEN) + "/participants", Map.of("site", "north"))
                        .status())
                .isEqualTo(403);
        assertThat(lured.postForm("/api/session", Map.of()).status()).isEqualTo(403);
        assertThat(lured.postForm("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(lured.delete("/api/session").status()).isEqualTo(403);
    }

    @Test
    void theEleventhWrongPasswordWaitsAndOtherAccountsDoNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(Cast.DAAN, "wrong " + i).status()).isEqualTo(401);
        }

        assertThat(signIn(Cast.DAAN, "wrong again").status()).isEqualTo(429);
        assertThat(signIn(Cast.DAAN, Cast.PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(Cast.EVA, Cast.PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void aNameNobodyHasIsAnsweredAsAWrongPasswordIs() {
        Answer unknown = browser.post("/api/session", Map.of("signIn", "nobody@trials.example", "password", "wrong"));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(signIn(Cast.BRAM, "wrong").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"\"",
                "{\"site\": }",
                "{\"site\": 1}",
                "{\"site\": null}",
                "{\"site\": {\"a\": [[]]}}",
                "{\"place\": \"north\"}",
                "{\"site\": \"north\", \"site\": \"south\", \"more\": 1e999999999}",
                "\u0000",
            })
    void malformedContentIsTheSendersFault(String content) {
        assertThat(screen(content)).isBetween(400, 499);
    }

    @Test
    void longAndDeepContentIsTheSendersFault() {
        String longWord = "x".repeat(2000);

        assertThat(screen("{\"site\": \"" + longWord + "\"}")).isEqualTo(422);
        assertThat(screen("[".repeat(20_000))).isEqualTo(400);
        assertThat(browser.post("/api/session", Map.of("signIn", longWord, "password", longWord))
                        .status())
                .isEqualTo(422);
        assertThat(trial.as(Cast.SANNE).get("/api/studies/" + longWord).status())
                .isEqualTo(404);
        assertThat(trial.as(Cast.SANNE)
                        .get(TestTrial.path(TestStudy.OPEN) + "/participants?search=" + longWord)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsTooLargeIsRefusedWithThatWord() {
        Visitor sanne = trial.as(Cast.SANNE).with("Content-Type", "application/json");
        Visitor ruben = trial.as(Cast.RUBEN).with("Content-Type", "application/zip");

        assertThat(large(sanne, TestTrial.path(TestStudy.OPEN) + "/participants", 1_100_000))
                .isEqualTo(413);
        assertThat(large(ruben, "/api/studies", 11_000_000)).isEqualTo(413);
        assertThat(sanne.get("/api/session").status()).isEqualTo(200);
    }

    private static int large(Visitor visitor, String path, int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) ' ');
        return visitor.send("POST", path, BodyPublishers.ofByteArray(content)).status();
    }

    private int screen(String content) {
        return trial.as(Cast.SANNE)
                .sendJson("POST", TestTrial.path(TestStudy.OPEN) + "/participants", content)
                .status();
    }

    private Visitor signedIn(Cast person) {
        String cookie = signIn(person, Cast.PASSWORD).expect(204).header("Set-Cookie");
        return browser.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    private Answer signIn(Cast person, String password) {
        return browser.post("/api/session", credentials(person, password));
    }

    private static Map<String, String> credentials(Cast person, String password) {
        return Map.of("signIn", person.signIn(), "password", password);
    }
}
