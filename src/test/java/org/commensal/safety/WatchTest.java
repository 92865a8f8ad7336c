package org.commensal.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.Alert;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ST1 one answer, ST2 a tenth of the weight at screening lost, ST3 three diary days. */
class WatchTest {

    private static final String RULES = """

            safety:
              baseline:
                - {code: weight_v0, of: weight_kg, visit: SCR, label: {en: "Weight", nl: "Gewicht"}}
              alerts:
                - {id: ST1, name: {en: "Thoughts", nl: "Gedachten"}, when: phq9_09 >= 1, action: {en: "Call.", nl: "Bel."}, within-hours: 24, who: investigator}
                - {id: ST2, name: {en: "Weight", nl: "Gewicht"}, when: weight_kg <= weight_v0 * 0.9, action: {en: "Call.", nl: "Bel."}, within-hours: 168, who: dietitian}
                - {id: ST3, name: {en: "Diary", nl: "Dagboek"}, when: diary_days_completed_runin >= 3, action: {en: "Look.", nl: "Kijk."}, within-hours: 72, who: nurse}
            """;

    private static final Value NO = new Value.Bool(false);
    private static final Map<String, Value> QUIET = Map.of("headache", NO, "acute_medication", NO, "aura", NO);
    private static final Study STUDY = study();
    private static final Participant JOHANNA =
            new Participant(ParticipantCode.of("LEI", 1), "leiden", Map.of(Stage.SCREENED, LocalDate.of(2026, 11, 1)));
    private static final Watch WATCH = new Watch(STUDY, JOHANNA);

    private static Study study() {
        Map<String, byte[]> files =
                new TreeMap<>(StudyFolder.of(Path.of("src", "test", "resources", "studies", "published-earlier"))
                        .files());
        files.computeIfPresent("study.yaml", (name, yaml) -> (new String(yaml, StandardCharsets.UTF_8) + RULES)
                .getBytes(StandardCharsets.UTF_8));
        return StudyReader.read(files);
    }

    @Test
    void whatIsMissingSetsNothingOff() {
        Response skipped = phq("V1", Value.Missing.SKIPPED);

        assertThat(first(skipped)).isEmpty();
        assertThat(first(weight("V2", 40))).isEmpty();
    }

    @Test
    void onlyRulesThatAFormCanDecideAreLookedAt() {
        assertThat(ids(Watch.about(STUDY, "changes"))).containsExactly("ST3");
        assertThat(ids(Watch.about(STUDY, "phq-9"))).containsExactly("ST1", "ST3");
        assertThat(ids(Watch.about(STUDY, "measurements"))).containsExactly("ST2", "ST3");
    }

    @Test
    void theSameAlarmingAnswerAtTheNextVisitSetsItsRuleOffAgain() {
        Response baseline = phq("V1", Value.Num.of(1));

        assertThat(first(baseline)).containsExactly("ST1");
        assertThat(first(phq("V4", Value.Num.of(1)), baseline)).containsExactly("ST1");
        assertThat(first(phq("V4", Value.Num.of(0)), baseline)).isEmpty();
    }

    @Test
    void anotherFormDoesNotSetItOffAgain() {
        assertThat(first(weight("SCR", 80), phq("V1", Value.Num.of(3)))).isEmpty();
    }

    @Test
    void aChangeSinceTheBaselineIsSetOffByTheLaterVisit() {
        Response screening = weight("SCR", 80);

        assertThat(first(screening)).isEmpty();
        assertThat(first(weight("V2", 72), screening)).containsExactly("ST2");
        assertThat(first(weight("V2", 73), screening)).isEmpty();
    }

    @Test
    void aRuleOverADiaryIsSetOffOnce() {
        assertThat(first(day(2), day(1))).isEmpty();
        assertThat(first(day(3), day(1), day(2))).containsExactly("ST3");
        assertThat(first(day(4), day(1), day(2), day(3))).isEmpty();
    }

    @Test
    void whatComesInLateIsJudgedByItsOwnAnswersToo() {
        Response late = phq("V1", Value.Num.of(2));
        Response newer = phq("V4", Value.Num.of(0));

        assertThat(ids(WATCH.setOff(List.of(late, newer), late, Optional.empty())))
                .containsExactly("ST1");
    }

    @ParameterizedTest(name = "{0} corrected to {1}")
    @CsvSource({"0, 1, true", "1, 0, false", "1, 2, false", "0, 0, false"})
    void aCorrectionSetsOffWhatWasNotTrueBefore(int before, int after, boolean setOff) {
        Response wrong = phq("V1", Value.Num.of(before));
        Response right = phq("V1", Value.Num.of(after));
        Response newer = phq("V4", Value.Num.of(0));

        assertThat(ids(WATCH.setOff(List.of(right, newer), right, Optional.of(wrong))))
                .isEqualTo(setOff ? List.of("ST1") : List.of());
    }

    @Test
    void aCorrectedBaselineSetsOffWhatALaterVisitHadShown() {
        Response wrong = weight("SCR", 70);
        Response right = weight("SCR", 100);
        Response later = weight("V2", 80);

        assertThat(ids(WATCH.setOff(List.of(right, later), right, Optional.of(wrong))))
                .containsExactly("ST2");
    }

    /** So that alerts do not depend on how often something is sent or corrected, but on what it says. */
    @Property(seed = "20261125", tries = 200)
    void aCorrectionThatChangesNothingSetsNothingOff(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 3) Integer> answers,
            @ForAll @IntRange(max = 5) int at) {
        List<Response> current = new ArrayList<>();
        answers.forEach(answer -> current.add(phq("V" + current.size(), Value.Num.of(answer))));
        int place = at % current.size();
        Response before = current.get(place);
        Response same = phq("V" + place, before.answers().get("phq9_09"));
        current.set(place, same);

        assertThat(WATCH.setOff(current, same, Optional.of(before))).isEmpty();
    }

    private static List<String> first(Response taken, Response... earlier) {
        List<Response> current = new ArrayList<>(List.of(earlier));
        current.add(taken);
        return ids(WATCH.setOff(current, taken, Optional.empty()));
    }

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    private static Response phq(String visit, Value item9) {
        return response("phq-9", visit, visit + "/phq-9", Optional.empty(), Map.of("phq9_09", item9));
    }

    private static Response weight(String visit, int kilograms) {
        return response(
                "measurements",
                visit,
                visit + "/measurements",
                Optional.empty(),
                Map.of("weight_kg", Value.Num.of(kilograms)));
    }

    private static Response day(int number) {
        LocalDate day = LocalDate.of(2026, 11, number);
        return response("diary", "B0", "diary/" + day, Optional.of(day), QUIET);
    }

    private static Response response(
            String form, String event, String task, Optional<LocalDate> day, Map<String, Value> answers) {
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        return new Response(
                UUID.randomUUID(),
                STUDY.version(),
                form,
                event,
                task,
                day,
                1,
                "",
                at,
                at,
                false,
                new Answers(answers),
                Map.of());
    }
}
