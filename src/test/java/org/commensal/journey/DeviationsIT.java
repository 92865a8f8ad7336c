package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Deviations are recorded, corrected and confirmed, beside those that facts tell. */
class DeviationsIT {

    private static final TestStudy STUDY = TestStudy.WATCHED;

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor sanne = trial.as(Cast.SANNE);
    private final Visitor eva = trial.as(Cast.EVA);

    @Test
    void aDeviationIsRecordedCorrectedByALaterEntryAndConfirmed() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        String deviations = TestTrial.path(STUDY) + "/deviations";
        String one = deviations + "/" + UUID.randomUUID();
        String account = account(code, "The second visit was by telephone.", false);

        for (Cast other : List.of(Cast.EVA, Cast.NOOR, Cast.BRAM, Cast.IRIS, Cast.RUBEN)) {
            trial.as(other).sendJson("PUT", one, account).expect(403);
        }
        trial.as(Cast.TOM).sendJson("PUT", one, account).expect(404);
        sanne.sendJson("PUT", one, account.replace("procedure", "weather")).expect(422);
        sanne.sendJson(
                        "PUT",
                        one,
                        account.replace(today().toString(), today().plusDays(2).toString()))
                .expect(422);
        sanne.sendJson(
                        "PUT",
                        one,
                        account.replace("\"important\"", "\"codeBreak\": \"" + UUID.randomUUID() + "\", \"important\""))
                .expect(422);
        sanne.sendJson("PUT", one, account).expect(200);
        sanne.sendJson("PUT", one, account).expect(200);
        sanne.sendJson("PUT", one, account.replace("telephone", "letter")).expect(409);

        String better =
                account(null, "The second visit was by video.", true).replace("}", ", \"reason\": \"read wrongly\"}");
        trial.as(Cast.DAAN).sendJson("PUT", one + "/entries/3", better).expect(412);
        trial.as(Cast.DAAN).sendJson("PUT", one + "/entries/2", better).expect(200);
        trial.as(Cast.DAAN).sendJson("PUT", one + "/entries/2", better).expect(200);
        sanne.sendJson("PUT", one + "/entries/2", better.replace("video", "post"))
                .expect(412);
        eva.sendJson("PUT", one + "/confirmation", "{\"entry\": 1}").expect(412);
        sanne.sendJson("PUT", one + "/confirmation", "{\"entry\": 2}").expect(403);
        eva.sendJson("PUT", one + "/confirmation", "{\"entry\": 2}").expect(200);

        JsonObject shown = sanne.get(one).expect(200).json();
        assertThat(shown.getBoolean("confirmed")).isTrue();
        assertThat(shown.getJsonArray("entries").getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("description"))
                .containsExactly("The second visit was by telephone.", "The second visit was by video.");
        trial.as(Cast.TOM).get(one).expect(404);
        assertThat(trial.as(Cast.IRIS)
                        .get(TestTrial.path(STUDY) + "/audit?size=200")
                        .text())
                .contains("deviation.recorded", "deviation.corrected", "deviation.confirmed")
                .doesNotContain("telephone", "by video");
    }

    @Test
    void deviationsThatFactsTellStandBesideThoseThatWereRecorded() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        Visitor coordinator = page(Cast.SANNE);
        String study = "/studies/" + STUDY.id();
        sanne.sendJson(
                        "POST",
                        TestTrial.path(STUDY, code) + "/allocation-events",
                        Visitor.json(Map.of(
                                "kind", "randomised-in-error", "reason", "too young", "password", Cast.PASSWORD)))
                .expect(200);
        Map<String, String> sent = Map.of(
                "_deviation", UUID.randomUUID().toString(),
                "participant", code,
                "site", "north",
                "day", today().toString(),
                "category", "blinding",
                "important", "true",
                "description", "Somebody said it aloud.",
                "action", "Everybody was told.");

        assertThat(coordinator.get(study + "/deviation").expect(200).text()).contains("Safety reporting");
        assertThat(coordinator
                        .postForm(study + "/deviation", Map.of("participant", code, "action", "kept words"))
                        .expect(422)
                        .text())
                .contains("kept words", code);
        coordinator.postForm(study + "/deviation", sent).expect(303);
        coordinator.postForm(study + "/deviation", sent).expect(303);
        String list =
                coordinator.get(study + "/deviations?code=" + code).expect(200).text();
        assertThat(list).contains("Somebody said it aloud.", "Randomised in error", "2 deviations");
        assertThat(coordinator
                        .get(study + "/deviations?kind=derived&code=" + code)
                        .text())
                .doesNotContain("Somebody said it aloud.");
        assertThat(coordinator
                        .get(study + "/deviations.csv?code=" + code)
                        .expect(200)
                        .text())
                .contains("recorded", "randomised-in-error");
        assertThat(page(Cast.EVA).get(study).expect(200).text()).contains("to confirm");
        String address = study + "/deviations/" + sent.get("_deviation");
        page(Cast.EVA)
                .postForm(address, Map.of("step", "confirm", "number", "1"))
                .expect(303);
        assertThat(coordinator.get(address).expect(200).text()).contains("Confirmed", "EVA");
        page(Cast.EVA).get(study + "/deviation").expect(403);
    }

    private static String account(String code, String description, boolean important) {
        String of = code == null ? "" : "\"participant\": \"" + code + "\", ";
        return "{" + of + "\"day\": \"" + today() + "\", \"category\": \"procedure\", \"important\": " + important
                + ", \"description\": \"" + description + "\", \"action\": \"The visit is asked again.\"}";
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    }

    private Visitor page(Cast person) {
        return trial.as(person).browsing();
    }
}
