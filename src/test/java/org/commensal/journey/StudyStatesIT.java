package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A study is put on hold, resumed, closed and locked; who takes part goes on until the data are final. */
class StudyStatesIT {

    private static final TestStudy STUDY = TestStudy.ENDING;

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor ruben = trial.as(Cast.RUBEN);
    private final Visitor sanne = trial.as(Cast.SANNE);

    @Test
    void recruitmentStopsWhileFollowUpGoesOnUntilTheLock() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String waiting = trial.eligible(STUDY, Cast.SANNE, "mild");
        Visitor participant = participant().with("Accept", "text/html");
        UUID sent = UUID.randomUUID();
        TestTrial.submit(sanne, STUDY, code, sent, "C1/check", attacks()).expect(201);

        become("locked").expect(409);
        become("paused").expect(200);
        assertThat(screens().status()).isEqualTo(409);
        assertThat(TestTrial.randomise(sanne, STUDY, waiting, "while-on-hold").status())
                .isEqualTo(409);
        TestTrial.randomise(sanne, STUDY, code, "key-" + code).expect(200);
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), "C2/check", attacks())
                .expect(201);

        become("active").expect(200);
        TestTrial.randomise(sanne, STUDY, waiting, "resumed-" + waiting).expect(200);

        become("closed").expect(200);
        become("active").expect(409);
        assertThat(screens().status()).isEqualTo(409);
        TestTrial.submit(sanne, STUDY, waiting, UUID.randomUUID(), "C1/check", attacks())
                .expect(201);

        assertThat(participant.get("/today").expect(200).text()).contains("/today/M1/mood");
        become("locked").expect(200);
        assertThat(participant.get("/today").expect(200).text()).doesNotContain("/today/M1/mood");
        assertThat(TestTrial.submit(sanne, STUDY, waiting, UUID.randomUUID(), "C2/check", attacks())
                        .status())
                .isEqualTo(409);
        TestTrial.submit(sanne, STUDY, code, sent, "C1/check", attacks()).expect(200);
        assertThat(trial.released(STUDY, "final")).isNotEmpty();
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=100")
                        .text())
                .contains("study.paused", "study.active", "study.closed", "study.locked", "interim look");
    }

    /** Somebody who was randomised and has something to fill in. */
    private Visitor participant() {
        String code = trial.screened(STUDY, Cast.SANNE);
        Visitor participant = trial.participant(trial.enrol(STUDY, Cast.SANNE, code));
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), TestTrial.SCREENING, TestTrial.answers("mild"))
                .expect(201);
        TestTrial.randomise(sanne, STUDY, code, "diarist-" + code).expect(200);
        return participant;
    }

    private Answer become(String state) {
        return ruben.post(TestTrial.path(STUDY) + "/state", Map.of("state", state, "reason", "interim look"));
    }

    private Answer screens() {
        return sanne.post(TestTrial.path(STUDY) + "/participants", Map.of("site", Cast.SANNE.site));
    }

    private static JsonObject attacks() {
        return Json.createObjectBuilder().add("attacks", 2).build();
    }
}
