package org.commensal.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.eligibility.Assessment.Judgement;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inclusion: at least 18. Exclusion: took part before. What is not known lets nobody in. */
class AssessEligibilityTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));
    private static final Participant JOHANNA =
            new Participant(ParticipantCode.of("NOR", 1), "north", Map.of(Stage.SCREENED, LocalDate.of(2026, 11, 20)));

    @Test
    void nobodyIsEligibleOfWhomNothingIsKnown() {
        Assessment assessment = AssessEligibility.judge(STUDY, facts(List.of()));

        assertThat(assessment.eligible()).isFalse();
        assertThat(assessment.ids(Verdict.NOT_EVALUABLE)).containsExactly("I01", "E01");
        assertThat(assessment.judgements())
                .flatExtracting(Judgement::missing)
                .containsExactly("age_years", "took_part_before");
    }

    @ParameterizedTest(name = "age {0}, took part {1}")
    @CsvSource({
        "18, false, MET,           MET,           true",
        "17, false, NOT_MET,       MET,           false",
        "40, true,  MET,           NOT_MET,       false",
        "  , false, NOT_EVALUABLE, MET,           false",
        "40,      , MET,           NOT_EVALUABLE, false",
    })
    void eachCriterionIsJudgedOnItsOwn(
            Integer age, Boolean before, Verdict inclusion, Verdict exclusion, boolean eligible) {
        Map<String, Value> answers = new HashMap<>();
        answers.put("age_years", age == null ? Value.Missing.SKIPPED : Value.Num.of(age));
        answers.put("took_part_before", before == null ? Value.Missing.UNKNOWN : new Value.Bool(before));

        Assessment assessment = AssessEligibility.judge(STUDY, facts(List.of(screening(answers))));

        assertThat(assessment.judgements()).extracting(Judgement::verdict).containsExactly(inclusion, exclusion);
        assertThat(assessment.eligible()).isEqualTo(eligible);
    }

    @Test
    void theNewestAnswerCountsAndTheSiteIsKnown() {
        Facts facts = facts(List.of(
                screening(Map.of("age_years", Value.Num.of(17))), screening(Map.of("age_years", Value.Num.of(18)))));

        assertThat(facts.get("age_years")).isEqualTo(Value.Num.of(18));
        assertThat(facts.get("site")).isEqualTo(new Value.Word("north"));
        assertThat(facts.get("never_asked")).isEqualTo(Value.Missing.UNKNOWN);
    }

    private static Facts facts(List<Response> responses) {
        return new Facts(STUDY, JOHANNA, responses);
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
