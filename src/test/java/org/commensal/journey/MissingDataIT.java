package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is missing is counted, and told in numbers alone to whoever must see nobody. */
class MissingDataIT {

    private static final TestStudy STUDY = TestStudy.WATCHED;

    private final TestTrial trial = TwoNodes.running().trial();
    private final Visitor sanne = trial.as(Cast.SANNE);

    @Test
    void whatIsMissingIsCountedAndToldToTheStatisticianInNumbersAlone() {
        String path = TestTrial.path(STUDY) + "/missing-data";
        JsonObject before = counts(path, "M1");
        String code = trial.randomised(STUDY, Cast.SANNE);
        JsonObject after = counts(path, "M1");

        assertThat(after.getInt("notDue") - before.getInt("notDue")).isEqualTo(1);
        assertThat(after.getInt("answered")).isEqualTo(before.getInt("answered"));
        Visitor participant = trial.participant(link(code));
        TestTrial.submit(
                        participant,
                        STUDY,
                        code,
                        UUID.randomUUID(),
                        "M1/mood",
                        Json.createObjectBuilder().add("mood", 6).build())
                .expect(201);
        assertThat(counts(path, "M1").getInt("answered") - before.getInt("answered"))
                .isEqualTo(1);
        assertThat(counts(path, "M1").getInt("notDue")).isEqualTo(before.getInt("notDue"));
        for (Cast other : List.of(Cast.BRAM, Cast.FLEUR, Cast.IRIS, Cast.RUBEN)) {
            trial.as(other).get(path).expect(403);
        }
        participant.get(path).expect(403);
        String report = "/studies/" + STUDY.id() + "/missing-data";
        assertThat(page(Cast.NOOR).get(report).expect(200).text())
                .contains("Call 1", "Mood")
                .doesNotContain(code, "missing-forms");
        page(Cast.NOOR)
                .get("/studies/" + STUDY.id() + "/missing-forms?event=M1&form=mood")
                .expect(403);
        page(Cast.EVA)
                .get("/studies/" + STUDY.id() + "/missing-forms?event=M1&form=mood")
                .expect(200);
        for (String unknown : List.of("", "?event=M1", "?event=M1&form=nothing", "?event=nowhere&form=mood")) {
            page(Cast.EVA)
                    .get("/studies/" + STUDY.id() + "/missing-forms" + unknown)
                    .expect(404);
        }
        assertThat(page(Cast.NOOR).get(report + ".csv").expect(200).text()).contains("north", "M1", "mood");
    }

    private String link(String code) {
        return TestTrial.token(sanne.sendJson("POST", TestTrial.path(STUDY, code) + "/link", "{}")
                .expect(201)
                .field("link"));
    }

    private JsonObject counts(String path, String event) {
        return trial.as(Cast.NOOR).get(path).expect(200).list().getValuesAs(JsonObject.class).stream()
                .filter(line -> line.getString("event").equals(event))
                .filter(line -> line.getString("site").equals("north"))
                .findFirst()
                .orElseGet(() -> Json.createObjectBuilder()
                        .add("answered", 0)
                        .add("notDue", 0)
                        .build());
    }

    private Visitor page(Cast person) {
        return trial.as(person).browsing();
    }
}
