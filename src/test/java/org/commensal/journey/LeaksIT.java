package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Data that tell the arms are not released, whatever somebody asks for, and nothing is said of why to whoever is blinded;
 * honest data with a large effect are. One study, whose data leak, and are completed, and leak again.
 */
@TestMethodOrder(OrderAnnotation.class)
class LeaksIT {

    private static final TestStudy STUDY = TestStudy.LEAKING;
    private static final String RELEASES = TestTrial.path(STUDY) + "/releases";
    private static final String CHECKS = RELEASES + "/checks";
    private static final TwoNodes NODES = TwoNodes.running();
    private static final TestTrial TRIAL = NODES.trial();
    private static ArmedTrial armed;

    /** Six blocks: twelve of each arm. */
    @BeforeAll
    static void randomise() {
        armed = ArmedTrial.randomised(TRIAL, STUDY, 24);
    }

    @Test
    @Order(1)
    void honestDataWithALargeEffectAreReleased() {
        fill("C1", first -> true, Map.of());

        JsonObject release = TestTrial.released(TRIAL.as(Cast.NOOR), STUDY, Map.of("name", "honest"));

        assertThat(Unzipped.texts(TestTrial.dataset(TRIAL.as(Cast.NOOR), STUDY, release.getString("id"))))
                .containsKey("check.csv");
        assertThat(armed.checks().getJsonObject(0).getBoolean("passed")).isTrue();
        assertThat(armed.checks().getJsonObject(0).getInt("subjects")).isEqualTo(24);
    }

    @Test
    @Order(2)
    void aVisitThatOneArmHasIsNotReleasedAndNobodyBlindedIsToldWhy() {
        fill("C2", first -> first, Map.of());

        JsonObject refused = armed.asked("by visit", "refused");

        assertThat(refused.getJsonObject("said").getString("en"))
                .isEqualTo("Not released: the tables did not pass the blinding check. Ask the unblinding custodian.");
        assertThat(refused.getJsonArray("files")).isEmpty();
        assertThat(refused.toString()).doesNotContain("C2", "wholesale", "rows of");
        TRIAL.as(Cast.NOOR).get(CHECKS).expect(403);
        TRIAL.as(Cast.EVA).get(CHECKS).expect(403);
        assertThat(armed.found()).anySatisfy(found -> assertThat(found).startsWith("wholesale rows of check at C2"));
        assertThat(NODES.database()
                        .rows("select concat(action, cast(changes as text)) from audit_entries where action ="
                                + " 'release.withheld'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row[0]).doesNotContain("C2", "rows"));
    }

    /** Otherwise leaving columns out one by one would tell which of them tells. */
    @Test
    @Order(3)
    void noOtherColumnsAndNoOtherNameMakeItPass() {
        TestTrial.ended(
                TRIAL.as(Cast.NOOR),
                TRIAL.as(Cast.NOOR)
                        .post(RELEASES, Map.of("name", "without", "tables", List.of("participants")))
                        .expect(202)
                        .header("Location"),
                "refused");

        JsonObject again = armed.checks().getJsonObject(0);
        assertThat(again.getBoolean("repeated")).isTrue();
        assertThat(again.getJsonArray("findings"))
                .isEqualTo(armed.checks().getJsonObject(1).getJsonArray("findings"));
    }

    @Test
    @Order(4)
    void onceEverybodyHasTheVisitItIsReleased() {
        fill("C2", first -> !first, Map.of());

        TestTrial.released(TRIAL.as(Cast.NOOR), STUDY, Map.of("name", "completed"));
    }

    @Test
    @Order(5)
    void somebodyWhoSeesOneArmAloneIsNotReleased() {
        fill("C3", first -> true, Map.of(true, "d1", false, "d2"));

        armed.asked("by person", "refused");

        assertThat(armed.found()).anySatisfy(found -> assertThat(found).contains("check.seen_by = d"));
        assertThat(TRIAL.as(Cast.FLEUR).get(CHECKS).expect(200).text()).contains("seen_by");
    }

    @Test
    @Order(6)
    void theCustodianReadsWhyOnPagesThatEverybodyCanRead() {
        String one = CHECKS.substring("/api".length()) + "/"
                + armed.checks().getJsonObject(0).getString("id");
        try (Browser browser = Browser.on(NODES.first().base())) {
            for (Language language : Language.values()) {
                for (Browser.Size size : Browser.Size.values()) {
                    Page page = browser.visitor(language, size, true);
                    page.context().setExtraHTTPHeaders(TRIAL.as(Cast.BRAM).headers());
                    for (String address : List.of(CHECKS.substring("/api".length()), one)) {
                        page.navigate(address);
                        Browser.look(page, "checks/" + language.code() + "-" + size + "-" + address.length());
                        assertThat(Browser.violations(page)).isEmpty();
                        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                                .isEqualTo(0);
                    }
                    assertThat(page.locator("main").innerText()).contains("seen_by = d");
                    assertThat(page.locator("form[action$=acceptance] button").isVisible())
                            .isTrue();
                }
            }
        }
    }

    @Test
    @Order(7)
    void whatWithheldItIsAcceptedByTheCustodianAloneAndWithAReason() {
        for (Cast other : List.of(Cast.NOOR, Cast.EVA, Cast.FLEUR)) {
            assertThat(accept(other, "chance", Cast.PASSWORD).status()).isEqualTo(403);
        }
        assertThat(accept(Cast.BRAM, "chance", "not this one").status()).isEqualTo(403);
        assertThat(accept(Cast.BRAM, "  ", Cast.PASSWORD).status()).isEqualTo(422);
        armed.asked("as before", "refused");

        JsonObject accepted = accept(Cast.BRAM, "ARMX7Q has a dietitian of its own", Cast.PASSWORD)
                .expect(200)
                .json()
                .getJsonObject("accepted");

        assertThat(accepted.getString("reason")).contains("dietitian");
        assertThat(accept(Cast.BRAM, "another reason", Cast.PASSWORD)
                        .expect(200)
                        .json()
                        .getJsonObject("accepted"))
                .isEqualTo(accepted);
        assertThat(TRIAL.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=100")
                        .text())
                .contains("release.accepted")
                .doesNotContain("dietitian", ArmedTrial.ARM);
    }

    @Test
    @Order(8)
    void theSameReleaseIsThenTriedAgainAndMade() {
        JsonObject refused = TRIAL.as(Cast.NOOR).get(RELEASES).expect(200).list().getValuesAs(JsonObject.class).stream()
                .filter(release -> release.getString("name").equals("by person"))
                .findFirst()
                .orElseThrow();
        String path = RELEASES + "/" + refused.getString("id");
        assertThat(again(Cast.EVA, path).status()).isEqualTo(403);

        again(Cast.NOOR, path).expect(202);
        JsonObject made = TestTrial.ended(TRIAL.as(Cast.NOOR), path, "done");

        assertThat(made.getInt("checkpoint")).isEqualTo(refused.getInt("checkpoint"));
        assertThat(made.getJsonArray("files")).isNotEmpty();
        assertThat(again(Cast.NOOR, path).status()).isEqualTo(409);
        assertThat(armed.checks().getJsonObject(0).getBoolean("passed")).isTrue();
        assertThat(accept(Cast.BRAM, "nothing", Cast.PASSWORD).status()).isEqualTo(409);
    }

    private static Answer again(Cast who, String path) {
        return TRIAL.as(who).send("POST", path + "/attempts", BodyPublishers.noBody());
    }

    private static Answer accept(Cast who, String reason, String password) {
        String id = armed.checks().getJsonObject(0).getString("id");
        return TRIAL.as(who).post(CHECKS + "/" + id + "/acceptance", Map.of("reason", reason, "password", password));
    }

    /**
     * Whoever has the first arm has fifty attacks fewer.
     *
     * @param who fills it in: those of the first arm, or those of the other
     * @param seenBy the person who saw them, by whether they have the first arm; nobody where it is not there
     */
    private static void fill(String call, Predicate<Boolean> who, Map<Boolean, String> seenBy) {
        int turn = 0;
        for (Map.Entry<String, Boolean> one : armed.first().entrySet()) {
            if (who.test(one.getValue())) {
                JsonObjectBuilder answers =
                        Json.createObjectBuilder().add("attacks", (one.getValue() ? 0 : 50) + turn++ % 7);
                Optional.ofNullable(seenBy.get(one.getValue())).ifPresent(person -> answers.add("seen_by", person));
                armed.fill(one.getKey(), call, answers.build());
            }
        }
    }
}
