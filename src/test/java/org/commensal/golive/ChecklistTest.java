package org.commensal.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static Checklist list(boolean wording, boolean simulated, int passed, int failed, int approvals) {
        List<DryRun> runs = new ArrayList<>();
        for (int i = 0; i < passed + failed; i++) {
            runs.add(new DryRun(UUID.randomUUID(), "1.0", 12, "00", i < passed ? 0 : 1, NOW));
        }
        List<Approval> given = new ArrayList<>();
        for (int i = 0; i < approvals; i++) {
            given.add(new Approval(new UUID(0, i), "Somebody", "custodian", "a letter", NOW));
        }
        Optional<Text> missing = wording ? Optional.empty() : Optional.of(Text.same("texts/hit-6.yaml"));
        return new Checklist("study", "1.0", Optional.empty(), missing, simulated, runs, given);
    }

    /** Nothing but all of it opens a study, and approvals come last. */
    @ParameterizedTest
    @CsvSource({
        "false, true,  1, 0, 2, false, false",
        "true,  false, 1, 0, 2, false, false",
        "true,  true,  0, 0, 2, false, false",
        "true,  true,  0, 1, 2, false, false",
        "true,  true,  1, 0, 0, false, true",
        "true,  true,  1, 0, 1, false, true",
        "true,  true,  1, 1, 2, true,  true",
        "true,  true,  1, 0, 3, true,  true"
    })
    void aStudyOpensWhenEverythingIsOnFile(
            boolean wording,
            boolean simulated,
            int passed,
            int failed,
            int approvals,
            boolean opens,
            boolean awaitsApproval) {
        Checklist list = list(wording, simulated, passed, failed, approvals);

        assertThat(list.awaitsApproval()).isEqualTo(awaitsApproval);
        if (opens) {
            assertThatCode(list::requireAll).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(list::requireAll).isInstanceOf(Refusal.class);
        }
    }

    /** A new scheme of a study that runs is an amendment as well, which somebody else than its publisher approves. */
    @Test
    void aNewSchemeIsApprovedAsAnAmendmentFirst() {
        Checklist opening = list(false, true, 1, 0, 2);
        Function<Boolean, Checklist> amendment = approved -> new Checklist(
                "study", "2.0", Optional.of(approved), Optional.empty(), true, opening.dryRuns(), opening.approvals());

        assertThat(amendment.apply(false).awaitsApproval()).isFalse();
        assertThatThrownBy(amendment.apply(false)::requireAll)
                .hasMessageContaining("Somebody else than its publisher approves version 2.0");
        assertThatCode(amendment.apply(true)::requireAll).doesNotThrowAnyException();
    }

    @Test
    void aRefusalSaysEachThingThatIsToBeDone() {
        assertThatThrownBy(list(false, false, 0, 0, 1)::requireAll).satisfies(thrown -> {
            Refusal refusal = (Refusal) thrown;
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_YET);
            assertThat(refusal.violations())
                    .extracting(violation -> violation.message().en())
                    .containsExactly(
                            "texts/hit-6.yaml",
                            "Simulate the allocation of version 1.0 first. A statistician or the custodian does that.",
                            "Perform a dry run of version 1.0 first.",
                            "1 of 2 people have approved version 1.0.");
        });
    }
}
