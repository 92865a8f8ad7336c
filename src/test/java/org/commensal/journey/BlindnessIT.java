package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever is blinded reads everything the server gives them, and finds no arm of anybody: no code and no name, in no
 * answer, header, file, audit entry or log. Only the protocol names the arms there are, as it does to everybody.
 */
class BlindnessIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    static final Pattern ARM = Pattern.compile(TestStudy.ARM + "|Xerxes|Zenobia", Pattern.CASE_INSENSITIVE);

    /** One or more studies as the API tells them. */
    private static final Pattern STUDY_TOLD = Pattern.compile("\\[?\\{\"arms\":\\[\\{\"code\":");

    private static final Pattern ARMS_OF_THE_PAGE =
            Pattern.compile("<section[^>]*aria-labelledby=\"arms\">.*?</section>", Pattern.DOTALL);

    private static final TwoNodes NODES = TwoNodes.running();
    private static final Scene SCENE = new Scene(NODES.trial(), STUDY);

    @ParameterizedTest
    @EnumSource(Cast.class)
    void nobodyOnTheStaffReadsAnArmWhereTheStudyIsBlinded(Cast person) throws IOException {
        crawl(NODES.trial().as(person));
    }

    @Test
    void neitherDoesTheParticipant() throws IOException {
        crawl(SCENE.participant());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            names = {"NOOR", "EVA", "DAAN", "IRIS", "RUBEN"})
    void theseAreToldNoArmInAnOpenStudyEither(Cast person) throws IOException {
        String code = NODES.trial().randomised(TestStudy.OPEN, Cast.SANNE);

        Answer answer = NODES.trial().as(person).get(TestTrial.path(TestStudy.OPEN, code) + "/allocation");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContainPattern(ARM);
    }

    @Test
    void theCoordinatorIsToldInAnOpenStudyAndItIsRecorded() {
        String code = NODES.trial().randomised(TestStudy.OPEN, Cast.SANNE);

        Answer answer = NODES.trial().as(Cast.SANNE).get(TestTrial.path(TestStudy.OPEN, code) + "/allocation");

        assertThat(answer.expect(200).text()).containsPattern(ARM);
        assertThat(NODES.database()
                        .rows("select 1 from audit_entries where action = 'allocation.revealed' and subject = '" + code
                                + "'"))
                .hasSize(1);
    }

    @Test
    void noLogAndNoAuditEntryHoldsAnArmAnIdentityOrAnAnswer() throws IOException {
        for (RunningServer node : List.of(NODES.first(), NODES.second())) {
            assertThat(node.log()).doesNotContainPattern(ARM).doesNotContain(TestTrial.NAME);
        }
        assertThat(NODES.database()
                        .rows("select concat(action, ' ', subject, ' ', reason, ' ', cast(changes as text))"
                                + " from audit_entries"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row[0])
                        .doesNotContainPattern(ARM)
                        .doesNotContain(TestTrial.NAME)
                        .doesNotContain("johanna@"));
    }

    private static void crawl(Visitor visitor) throws IOException {
        int answered = 0;
        for (Route route : Route.all()) {
            if (route.method().equals("GET")) {
                for (boolean elsewhere : new boolean[] {false, true}) {
                    Answer answer = SCENE.ask(visitor, route, elsewhere);
                    answered += answer.status() == 200 ? 1 : 0;
                    assertThat(said(route, answer)).as(route.toString()).doesNotContainPattern(ARM);
                    assertThat(answer.headers().toString()).as(route.toString()).doesNotContainPattern(ARM);
                }
            }
        }
        assertThat(answered).as("answers that were given").isGreaterThan(5);
    }

    /** What an answer says: each file of a zip; a study without the arms of its protocol. */
    static String said(Route route, Answer answer) {
        if (route.path().endsWith("/folder.zip") && answer.status() == 200) {
            return ""; // the protocol itself, for those who published it; CopiesIT compares it with what was published
        }
        if (route.path().endsWith("/dry-runs/{run}/list.csv") && answer.status() == 200) {
            return ""; // arms of people who do not exist, by a seed that serves no trial
        }
        if (answer.header("Content-Type").startsWith("application/zip")) {
            return Unzipped.texts(answer.body()).toString();
        }
        if (route.path().equals("/studies/{study}/protocol")) {
            return ARMS_OF_THE_PAGE.matcher(answer.text()).replaceFirst("");
        }
        return STUDY_TOLD.matcher(answer.text()).lookingAt() ? withoutArms(answer.text()) : answer.text();
    }

    private static String withoutArms(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonValue value = reader.readValue();
            Stream<JsonValue> studies = value instanceof jakarta.json.JsonArray list ? list.stream() : Stream.of(value);
            StringBuilder rest = new StringBuilder();
            studies.map(JsonValue::asJsonObject)
                    .forEach(study -> study.forEach((name, part) -> {
                        if (!name.equals("arms")) {
                            rest.append(part);
                        }
                    }));
            return rest.toString();
        }
    }
}
