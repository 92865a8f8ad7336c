package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a phone sends when data are frozen is kept beside them, and taken in once somebody decides so. */
class SecondAnswersIT {

    private static final TestStudy STUDY = TestStudy.CLOSING;

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor eva = trial.as(Cast.EVA);
    private final Visitor daan = trial.as(Cast.DAAN);

    @Test
    void whatAPhoneSendsLateIsKeptAndTakenInOnce() {
        String code = trial.screened(STUDY, Cast.SANNE);
        Visitor participant = trial.participant(trial.enrol(STUDY, Cast.SANNE, code));
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), TestTrial.SCREENING, TestTrial.answers("mild"))
                .expect(201);
        TestTrial.randomise(sanne, STUDY, code, "closing-" + code).expect(200);
        Freezing.step(eva, STUDY, "freeze", code, "", Map.of()).expect(200);
        UUID id = UUID.randomUUID();
        JsonObject mood = Json.createObjectBuilder().add("mood", 7).build();
        JsonObject late = Json.createObjectBuilder(TestTrial.submission("M1/mood", mood))
                .add("beside", true)
                .build();

        assertThat(TestTrial.submit(participant, STUDY, code, UUID.randomUUID(), "M1/mood", mood)
                        .status())
                .isEqualTo(409);
        participant.put(TestTrial.path(STUDY, code) + "/responses/" + id, late).expect(201);
        participant.put(TestTrial.path(STUDY, code) + "/responses/" + id, late).expect(200);

        assertThat(responses(code)).doesNotContain("M1/mood");
        assertThat(second(code).text()).contains("Take in as the response").contains(">7<");
        assertThat(takeIn(sanne, code, id).status()).isEqualTo(409);
        Freezing.step(eva, STUDY, "thaw", code, "", Map.of("reason", "a date was wrong"))
                .expect(200);
        assertThat(takeIn(daan, code, id).status()).isEqualTo(403);
        assertThat(takeIn(participant, code, id).status()).isEqualTo(403);
        takeIn(sanne, code, id).expect(303);
        takeIn(sanne, code, id).expect(303);

        assertThat(responses(code)).containsOnlyOnce("M1/mood");
        assertThat(second(code).text()).doesNotContain("Take in as the response");
        participant.put(TestTrial.path(STUDY, code) + "/responses/" + id, late).expect(200);
        assertThat(nodes.database().rows("select filled_by, revision from responses where id = '" + id + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsExactly("PARTICIPANT", 1));
    }

    private String responses(String code) {
        return sanne.get(TestTrial.path(STUDY, code) + "/responses").expect(200).text();
    }

    private Answer second(String code) {
        return sanne.with("Accept", "text/html")
                .get(own(code) + "/second-answers")
                .expect(200);
    }

    private static Answer takeIn(Visitor who, String code, UUID id) {
        return who.browsing().postForm(own(code) + "/second-answers", Map.of("answers", id.toString()));
    }

    private static String own(String code) {
        return "/studies/" + STUDY.id() + "/participants/" + code;
    }
}
