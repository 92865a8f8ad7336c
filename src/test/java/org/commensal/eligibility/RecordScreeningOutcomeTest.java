package org.commensal.eligibility;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.eligibility.ScreeningOutcome.Kind;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordScreeningOutcomeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @EnumSource(names = {"OTHER", "RESUMED", "NOT_MEETING_CRITERIA"})
    void whatDoesNotExplainItselfNeedsWords(Kind kind) {
        assertThatThrownBy(() -> RecordScreeningOutcome.refuseFaults(outcome(kind, "", List.of())))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> RecordScreeningOutcome.refuseFaults(outcome(kind, "moved", List.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void aCriterionThatIsNotMetExplainsItself() {
        assertThatCode(() ->
                        RecordScreeningOutcome.refuseFaults(outcome(Kind.NOT_MEETING_CRITERIA, "", List.of("I01"))))
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyIsExcludedAfterRandomisation() {
        assertThatThrownBy(() ->
                        RecordScreeningOutcome.refuseWhatStands(at(Stage.RANDOMISED), Optional.empty(), Kind.DECLINED))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void onlyAScreeningThatWasEndedIsResumed() {
        Participant enrolled = at(Stage.ENROLLED);

        assertThatThrownBy(() -> RecordScreeningOutcome.refuseWhatStands(enrolled, Optional.empty(), Kind.RESUMED))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> RecordScreeningOutcome.refuseWhatStands(
                        enrolled, Optional.of(outcome(Kind.DECLINED, "", List.of())), Kind.RESUMED))
                .doesNotThrowAnyException();
    }

    private static Participant at(Stage stage) {
        return new Participant(ParticipantCode.of("LEI", 1), "leiden", Map.of(stage, DAY));
    }

    private static ScreeningOutcome outcome(Kind kind, String note, List<String> criteria) {
        return new ScreeningOutcome(kind, note, criteria, "Sanne", Instant.EPOCH);
    }
}
