package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.journey.TestTrial.path;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What went wrong with an allocation is kept beside it; the allocation itself stays as it was, to the byte. */
class AllocationEventIT {

    private static final TestStudy STUDY = TestStudy.BLOCKS;
    private static final Pattern ARM = Pattern.compile(TestStudy.ARM);

    private final TwoNodes nodes = TwoNodes.running();
    private final TestTrial trial = nodes.trial();
    private final Visitor sanne = trial.as(Cast.SANNE);

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            mode = Mode.EXCLUDE,
            names = {"SANNE", "LOTTE"})
    void onlyTheSiteRecordsSomethingOfAnAllocation(Cast person) {
        String code = trial.randomised(STUDY, Cast.SANNE);

        assertThat(record(trial.as(person), code, inError("not eligible")).status())
                .isIn(403, 404);
        assertThat(events(code)).isEmpty();
    }

    @Test
    void withoutThePasswordWithoutAReasonAndBeforeRandomisationNothingIsRecorded() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        Map<String, String> wrong = new HashMap<>(inError("not eligible"));
        wrong.put("password", "not the password");

        record(sanne, code, wrong).expect(403);
        record(sanne, code, inError("  ")).expect(422);
        record(sanne, code, corrected("severity", "worst")).expect(422);
        record(sanne, code, corrected("height", "mild")).expect(422);
        record(sanne, trial.eligible(STUDY, Cast.SANNE, "mild"), inError("not eligible"))
                .expect(409);
        assertThat(events(code)).isEmpty();
    }

    @Test
    void eligibilityIsShownAsItCountedWhateverIsAnsweredLater() {
        String code = trial.screened(STUDY, Cast.SANNE);
        trial.enrol(STUDY, Cast.SANNE, code);
        UUID first = UUID.randomUUID();
        TestTrial.submit(sanne, STUDY, code, first, TestTrial.SCREENING, TestTrial.answers("mild"))
                .expect(201);
        String before = page(code);
        TestTrial.randomise(sanne, STUDY, code, "key-" + code).expect(200);
        JsonObject child = Json.createObjectBuilder(TestTrial.answers("mild"))
                .add("age_years", 12)
                .build();

        sanne.put(
                        path(STUDY, code) + "/responses/" + UUID.randomUUID(),
                        TestTrial.correction(TestTrial.SCREENING, child, first.toString(), "read from the passport"))
                .expect(201);

        assertThat(before).doesNotContain("As it counted at randomisation.");
        assertThat(page(code))
                .contains("As it counted at randomisation.", "2 criteria are met", "By the newest answers: Not met")
                .doesNotContainPattern(ARM);
        trial.as(Cast.TOM)
                .get("/studies/" + STUDY.id() + "/participants/" + code)
                .expect(404);
    }

    private String page(String code) {
        return trial.as(Cast.EVA)
                .with("Accept", "text/html")
                .get("/studies/" + STUDY.id() + "/participants/" + code)
                .expect(200)
                .text();
    }

    @Test
    void theAllocationStandsAndWhatWasWrongIsKeptBesideIt() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        List<Object> before = allocation(code);
        String factor = factor(code);

        record(sanne, code, inError("was younger than 18")).expect(200);
        record(sanne, code, inError("was younger than 18")).expect(200);
        record(sanne, code, inError("something else")).expect(409);
        record(sanne, code, corrected(factor, "mild")).expect(422);
        record(sanne, code, corrected(factor, "severe")).expect(200);
        JsonObject history =
                record(sanne, code, corrected(factor, "severe")).expect(200).json();

        assertThat(allocation(code)).isEqualTo(before);
        assertThat(history.getJsonObject("randomised").getString(factor)).isEqualTo("mild");
        assertThat(history.getJsonObject("corrected").getString(factor)).isEqualTo("severe");
        assertThat(events(code)).containsExactly("RANDOMISED_IN_ERROR", "STRATUM_CORRECTED");
        assertThat(page(code)).contains("was younger than 18").doesNotContainPattern(ARM);
        assertThat(history.toString()).doesNotContainPattern(ARM);
    }

    @Test
    void sentByTwoNodesAtOnceItIsRecordedOnce() {
        String code = trial.randomised(STUDY, Cast.SANNE);
        List<Callable<Integer>> sends = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Visitor somewhere = sanne.movedTo(nodes.bases().get(i % 2));
            sends.add(() -> record(somewhere, code, withdrawn()).status());
        }

        assertThat(new Crowd(6).each(sends)).containsOnly(200);
        assertThat(events(code)).containsExactly("WITHDRAWN_BEFORE_START");
    }

    /** The factor of the study that says how severe it is. */
    private String factor(String code) {
        return sanne
                .get(path(STUDY, code) + "/allocation-events")
                .expect(200)
                .json()
                .getJsonObject("randomised")
                .keySet()
                .stream()
                .filter(name -> name.startsWith("sever"))
                .findFirst()
                .orElseThrow();
    }

    private static Answer record(Visitor who, String code, Map<String, String> event) {
        return who.post(path(STUDY, code) + "/allocation-events", event);
    }

    private static Map<String, String> inError(String reason) {
        return Map.of("kind", "randomised-in-error", "reason", reason, "password", Cast.PASSWORD);
    }

    private static Map<String, String> withdrawn() {
        return Map.of("kind", "withdrawn-before-start", "reason", "moved abroad", "password", Cast.PASSWORD);
    }

    private static Map<String, String> corrected(String factor, String level) {
        return Map.of(
                "kind",
                "stratum-corrected",
                "factor",
                factor,
                "level",
                level,
                "reason",
                "typed wrongly",
                "password",
                Cast.PASSWORD);
    }

    private List<String> events(String code) {
        return nodes
                .database()
                .rows("select kind, at from allocation_events where participant = '" + code + "' order by at")
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }

    private List<Object> allocation(String code) {
        return List.of(nodes.database()
                .rows("select cast(a as text), a.id from allocations a where a.participant = '" + code + "'")
                .get(0)[0]);
    }
}
