package org.commensal.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.quality.MissingData.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visit four weeks after randomisation, whose window ends three days later; one form of staff, one of participants. */
class ExpectedFormsTest {

    private static final LocalDate RANDOMISED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = RANDOMISED.plusDays(31);
    private static final VisitForm OWN = new VisitForm("mood", FilledBy.PARTICIPANT);
    private static final VisitForm STAFF = new VisitForm("check", FilledBy.STAFF);
    private static final Visit VISIT =
            new Visit("V2", Text.same("Week 4"), Anchor.RANDOMISATION, 28, 25, 31, List.of(OWN, STAFF));

    @Test
    void nothingIsExpectedBeforeItsDayIsKnown() {
        Participant screened = participant(Map.of(Stage.SCREENED, RANDOMISED), Map.of());

        assertThat(new ExpectedForms(screened, Optional.empty(), DUE.plusDays(99)).due(VISIT))
                .isEmpty();
        assertThat(forms(Map.of(), Optional.empty(), 0).due(VISIT)).contains(DUE);
    }

    @Test
    void beforeItsDayIsKnownAFormIsStillToComeUnlessNothingMoreIsExpected() {
        Participant screened = participant(Map.of(Stage.SCREENED, RANDOMISED), Map.of());

        assertThat(new ExpectedForms(screened, Optional.empty(), DUE).state(OWN, Optional.empty(), false))
                .isEqualTo(Completeness.NOT_DUE);
        assertThat(new ExpectedForms(screened, Optional.of(RANDOMISED), DUE).state(OWN, Optional.empty(), false))
                .isEqualTo(Completeness.NOT_EXPECTED);
    }

    @ParameterizedTest(name = "{0} days after the window")
    @CsvSource({"-40, 0, 1", "0, 0, 1", "1, 1, 0", "400, 1, 0"})
    void aFormIsMissingOnceItsWindowIsOver(int after, int missing, int notDue) {
        assertThat(forms(Map.of(), Optional.empty(), after).count(OWN, DUE, false, false))
                .isEqualTo(new Counts(0, missing, 0, 0, notDue));
    }

    @Test
    void whatWasFilledInIsNeverMissing() {
        ExpectedForms stopped = forms(Map.of(Part.FOLLOW_UP, RANDOMISED), Optional.empty(), 99);

        assertThat(stopped.count(OWN, DUE, true, true)).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @Test
    void anAnsweredQueryExplainsWhatIsMissingAndNothingElse() {
        assertThat(forms(Map.of(), Optional.empty(), 5).count(OWN, DUE, false, true))
                .isEqualTo(new Counts(0, 1, 1, 0, 0));
        assertThat(forms(Map.of(), Optional.empty(), -5).count(OWN, DUE, false, true))
                .isEqualTo(new Counts(0, 0, 0, 0, 1));
    }

    @ParameterizedTest(name = "stopped {0} days after the window with {1}: own form {2}, form of staff {3}")
    @CsvSource({
        "0, FOLLOW_UP, true, false",
        "1, FOLLOW_UP, false, false",
        "-9, INTERVENTION, false, false",
        "0, USE_OF_DATA, false, true",
    })
    void whoeverStoppedOwesWhatWasDueBefore(int after, Part part, boolean own, boolean staff) {
        ExpectedForms forms = forms(Map.of(part, DUE.plusDays(after)), Optional.empty(), 60);

        assertThat(forms.count(OWN, DUE, false, false).stopped() == 1).isEqualTo(own);
        assertThat(forms.count(STAFF, DUE, false, false).stopped() == 1).isEqualTo(staff);
    }

    @Test
    void nothingIsExpectedOnceTheScreeningWasEnded() {
        assertThat(forms(Map.of(), Optional.of(DUE.minusDays(1)), 60).count(STAFF, DUE, false, false))
                .isEqualTo(new Counts(0, 0, 0, 1, 0));
    }

    private static ExpectedForms forms(Map<Part, LocalDate> withdrawn, Optional<LocalDate> ended, int daysAfter) {
        Participant randomised = participant(Map.of(Stage.RANDOMISED, RANDOMISED), withdrawn);
        return new ExpectedForms(randomised, ended, DUE.plusDays(daysAfter));
    }

    private static Participant participant(Map<Stage, LocalDate> reached, Map<Part, LocalDate> withdrawn) {
        return new Participant(ParticipantCode.of("LUM", 1), "lumc", reached, withdrawn);
    }
}
