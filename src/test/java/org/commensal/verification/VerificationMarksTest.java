package org.commensal.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.commensal.verification.RecordLedger.Current;
import org.commensal.verification.RecordLedger.VerificationStep;
import org.junit.jupiter.api.Test;

/** A form is verified by its items or as a whole, in the revision that stands, until that is taken back. */
class VerificationMarksTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final List<String> QUESTIONS = List.of("attacks", "remark");
    private static final List<String> NONE = List.of();

    @Test
    void someOfItsItemsAreNotTheForm() {
        assertThat(standing(FIRST, NONE, verified(FIRST, "attacks"))).isEqualTo(Standing.NONE);
        assertThat(standing(FIRST, NONE, verified(FIRST, "attacks"), verified(FIRST, "remark")))
                .isEqualTo(Standing.STANDS);
        assertThat(standing(FIRST, NONE, verified(FIRST, "*"))).isEqualTo(Standing.STANDS);
    }

    @Test
    void whatTheStudyRequiresIsEnough() {
        assertThat(standing(FIRST, List.of("attacks"), verified(FIRST, "attacks")))
                .isEqualTo(Standing.STANDS);
        assertThat(standing(FIRST, List.of("attacks"), verified(FIRST, "remark")))
                .isEqualTo(Standing.NONE);
    }

    @Test
    void aCorrectionLeavesAMarkBehind() {
        assertThat(standing(SECOND, NONE, verified(FIRST, "*"))).isEqualTo(Standing.CHANGED);
        assertThat(standing(SECOND, NONE, verified(FIRST, "attacks"))).isEqualTo(Standing.NONE);
    }

    @Test
    void whatWasTakenBackCountsNoMoreUntilItIsMarkedAgain() {
        assertThat(standing(SECOND, NONE, verified(FIRST, "*"), verified(SECOND, "*"), takenBack(SECOND)))
                .isEqualTo(Standing.NONE);
        assertThat(standing(FIRST, NONE, verified(FIRST, "*"), takenBack(FIRST), verified(FIRST, "*")))
                .isEqualTo(Standing.STANDS);
    }

    @Test
    void theWholeFormIsEachOfItsItems() {
        VerificationMarks marks = new VerificationMarks(List.of(verified(FIRST, "*")));

        assertThat(marks.check(current(FIRST), QUESTIONS, NONE).verified())
                .containsExactlyInAnyOrderElementsOf(QUESTIONS);
    }

    private static Standing standing(UUID stands, List<String> required, VerificationStep... steps) {
        VerificationMarks marks = new VerificationMarks(List.of(steps));
        return marks.standing(current(stands), marks.check(current(stands), QUESTIONS, required));
    }

    private static VerificationStep verified(UUID response, String item) {
        return new VerificationStep("NOR-0001-0", "C1/check", response, item, false);
    }

    private static VerificationStep takenBack(UUID response) {
        return new VerificationStep("NOR-0001-0", "C1/check", response, "*", true);
    }

    private static Current current(UUID response) {
        return new Current("NOR-0001-0", "C1", "C1/check", "check", response, 1, "aa", "1");
    }
}
