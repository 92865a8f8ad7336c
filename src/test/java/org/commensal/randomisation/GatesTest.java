package org.commensal.randomisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Facts;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;

/** Every gate before randomisation is shut until what it asks for is there. */
class GatesTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void allAreShutForSomebodyWhoWasOnlyScreened() {
        List<Gate> gates = gates(Stage.SCREENED, false, Map.of());

        assertThat(gates).extracting(Gate::met).containsOnly(false).hasSize(5);
        assertThat(gates)
                .extracting(gate -> gate.detail().en())
                .containsExactly(
                        "Not done yet",
                        "Not done yet",
                        "Still to fill in: Screening (Screening)",
                        "Not known yet: Adult (I01); Took part before (E01)",
                        "Not known yet: Severity");
    }

    @Test
    void allAreOpenForSomebodyWhoMayBeRandomised() {
        assertThat(gates(Stage.ENROLLED, true, known(40, "mild")))
                .extracting(Gate::met)
                .containsOnly(true);
    }

    @Test
    void nobodyIsRandomisedWhereAKindOfKitIsMissingAndItIsNotSaidWhich() {
        List<Gate> shut = gates(Stage.ENROLLED, true, known(40, "mild"), Optional.of(false));
        List<Gate> open = gates(Stage.ENROLLED, true, known(40, "mild"), Optional.of(true));

        assertThat(shut).filteredOn(gate -> !gate.met()).singleElement().satisfies(gate -> {
            assertThat(gate.label().en()).isEqualTo("Kits of every kind are in stock at the site");
            assertThat(gate.detail().en()).isEqualTo("There are not enough kits. Ask the depot for more");
        });
        assertThat(open).hasSize(6).extracting(Gate::met).containsOnly(true);
    }

    @Test
    void theOneThatIsShutSaysWhy() {
        assertThat(gates(Stage.ENROLLED, true, known(17, "severe")))
                .filteredOn(gate -> !gate.met())
                .singleElement()
                .satisfies(gate -> assertThat(gate.detail().nl()).isEqualTo("Niet voldaan: Volwassen (I01)"));
    }

    @Test
    void formsAfterRandomisationAreNotWaitedFor() {
        assertThat(STUDY.schedule().visits()).anyMatch(visit -> visit.anchor() == Anchor.RANDOMISATION);
        assertThat(gates(Stage.ENROLLED, true, known(40, "mild")).get(2).met()).isTrue();
    }

    @Test
    void theLevelsFollowFromTheFacts() {
        Facts facts = facts(participant(Stage.ENROLLED), known(40, "severe"));

        assertThat(Levels.of(STUDY, facts)).isEqualTo(Map.of("site", "north", "severity", "severe"));
        assertThat(Levels.unknown(STUDY, facts)).isEmpty();
        assertThat(Levels.unknown(STUDY, facts(participant(Stage.ENROLLED), Map.of())))
                .containsExactly("severity");
    }

    private static List<Gate> gates(Stage reached, boolean screeningDone, Map<String, Value> answers) {
        return gates(reached, screeningDone, answers, Optional.empty());
    }

    private static List<Gate> gates(
            Stage reached, boolean screeningDone, Map<String, Value> answers, Optional<Boolean> kits) {
        Participant participant = participant(reached);
        List<Response> current = screeningDone ? List.of(screening(answers)) : List.of();
        Facts facts = facts(participant, answers);
        return Gates.of(
                STUDY, participant, current, AssessEligibility.judge(STUDY, facts), Levels.unknown(STUDY, facts), kits);
    }

    private static Participant participant(Stage reached) {
        Map<Stage, LocalDate> milestones = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(reached) <= 0) {
                milestones.put(stage, DAY);
            }
        }
        return new Participant(ParticipantCode.of("NOR", 1), "north", milestones);
    }

    private static Map<String, Value> known(int age, String severity) {
        return Map.of(
                "age_years", Value.Num.of(age),
                "took_part_before", new Value.Bool(false),
                "severity", new Value.Word(severity));
    }

    private static Facts facts(Participant participant, Map<String, Value> answers) {
        return new Facts(STUDY, participant, List.of(screening(answers)));
    }

    private static Response screening(Map<String, Value> answers) {
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        return new Response(
                UUID.randomUUID(),
                STUDY.version(),
                "screening",
                "SCR",
                "SCR/screening",
                Optional.empty(),
                1,
                "",
                at,
                at,
                false,
                new Answers(answers),
                Map.of());
    }
}
