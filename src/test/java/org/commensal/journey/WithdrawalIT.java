package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Participants stop with a part of the study or with all of it, and what was collected is treated as they were told. */
class WithdrawalIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final LocalDate today = LocalDate.parse(TestTrial.consent().getString("signedOn"));

    @Test
    void whatIsNotClearIsRefusedAndNothingIsRecorded() {
        String code = trial.screened(STUDY, Cast.SANNE);
        stop(sanne, code, today, "", "intervention").expect(409);
        Visitor participant = trial.participant(trial.enrol(STUDY, Cast.SANNE, code));

        stop(sanne, code, today, "").expect(422);
        stop(sanne, code, today, "", "everything").expect(422);
        stop(sanne, code, today.plusDays(1), "", "intervention").expect(422);
        stop(sanne, code, today.minusDays(1), "", "intervention").expect(422);
        stop(participant, code, today, "tired of it", "intervention").expect(422);
        stop(trial.as(Cast.EVA), code, today, "", "intervention").expect(403);
        stop(trial.as(Cast.TOM), code, today, "", "intervention").expect(404);

        assertThat(sanne.get(TestTrial.path(STUDY, code)).expect(200).text()).contains("\"withdrawn\":{}");
    }

    @Test
    void whoStopsWithAPartGoesOnWithTheRest() {
        String code = trial.screened(STUDY, Cast.SANNE);
        Visitor participant = trial.participant(trial.enrol(STUDY, Cast.SANNE, code));
        TestTrial.submit(sanne, STUDY, code, UUID.randomUUID(), TestTrial.SCREENING, TestTrial.answers("mild"))
                .expect(201);
        TestTrial.randomise(sanne, STUDY, code, "stops-" + code).expect(200);

        stop(participant, code, today, "", "intervention").expect(200);
        assertThat(page(participant, "/today").text()).contains("/today/M1/mood");

        Answer asked = send(participant, "/today/withdrawal", Map.of("parts", "follow-up"));
        assertThat(asked.expect(200).text()).contains("name=\"sure\"");
        assertThat(page(participant, "/today").text()).contains("/today/M1/mood");
        send(participant, "/today/withdrawal", Map.of("parts", "follow-up", "sure", "yes"))
                .expect(303);

        assertThat(page(participant, "/today").text()).doesNotContain("/today/M1/mood");
        assertThat(participant
                        .get(TestTrial.path(STUDY, code) + "/tasks")
                        .expect(200)
                        .text())
                .contains("\"closed\"");
        TestTrial.submit(
                        sanne,
                        STUDY,
                        code,
                        UUID.randomUUID(),
                        "C1/check",
                        Json.createObjectBuilder().add("attacks", 2).build())
                .expect(201);
        stop(sanne, code, today, "the journey is too long", "follow-up").expect(200);
        String list = "/studies/" + STUDY.id() + "/participants";
        assertThat(page(sanne, list + "?search=" + code).text()).contains(">Stopped<");
        assertThat(sanne.get(list + ".csv?search=" + code).expect(200).text())
                .contains("stopped_intervention,stopped_follow_up,stopped_use_of_data", today + "," + today + ",");
        JsonObject flow = sanne.get(TestTrial.path(STUDY) + "/flow").expect(200).json();
        assertThat(flow.getJsonArray("groups").getJsonObject(0).getInt("discontinued"))
                .isPositive();
        assertThat(trail()).contains("participant.withdrew").doesNotContain("the journey is too long");
    }

    @Test
    void whoStopsWithTheUseOfTheirDataIsInNoLaterDatasetAndNobodyKnowsWhoItWas() {
        String code = trial.screened(STUDY, Cast.SANNE);
        Visitor participant = trial.participant(trial.enrol(STUDY, Cast.SANNE, code));
        String before = release();
        long with = rows(before);

        stop(participant, code, today, "", "use-of-data").expect(200);

        assertThat(sanne.get(TestTrial.path(STUDY, code))
                        .expect(200)
                        .json()
                        .getJsonObject("withdrawn")
                        .keySet())
                .containsExactlyInAnyOrder("intervention", "follow-up", "use-of-data");
        sanne.get(TestTrial.path(STUDY, code) + "/identity").expect(404);
        assertThat(participant.get(TestTrial.path(STUDY, code) + "/tasks").status())
                .isIn(401, 403, 404);
        assertThat(TestTrial.submit(
                                sanne, STUDY, code, UUID.randomUUID(), TestTrial.SCREENING, TestTrial.answers("mild"))
                        .status())
                .isEqualTo(409);
        assertThat(TestTrial.randomise(sanne, STUDY, code, "too-late-" + code).status())
                .isEqualTo(409);
        assertThat(rows(release())).isEqualTo(with - 1);
        assertThat(rows(before)).isEqualTo(with);
        assertThat(trail()).contains("identity.erased", "account.closed");
    }

    private Answer stop(Visitor who, String code, LocalDate day, String note, String... parts) {
        JsonObjectBuilder asked = Json.createObjectBuilder()
                .add("parts", Json.createArrayBuilder(List.of(parts)))
                .add("day", day.toString());
        JsonObject sent =
                note.isEmpty() ? asked.build() : asked.add("note", note).build();
        return who.sendJson("POST", TestTrial.path(STUDY, code) + "/withdrawals", sent.toString());
    }

    private static Answer page(Visitor participant, String path) {
        return participant.with("Accept", "text/html").get(path).expect(200);
    }

    private static Answer send(Visitor participant, String path, Map<String, String> form) {
        return participant.browsing().postForm(path, form);
    }

    private String trail() {
        return trial.as(Cast.IRIS)
                .get(TestTrial.path(STUDY) + "/audit?size=100")
                .expect(200)
                .text();
    }

    private String release() {
        return trial.released(STUDY, "look " + UUID.randomUUID());
    }

    private long rows(String release) {
        byte[] dataset = TestTrial.dataset(trial.as(Cast.NOOR), STUDY, release);
        return Unzipped.texts(dataset).get("participants.csv").lines().count();
    }
}
