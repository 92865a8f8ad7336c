package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;

class AllocationSchemeTest {

    private static final String BLOCKS = "method: permuted-blocks\nblock-sizes: [2, 4]";
    private static final String MINIMISATION = "method: minimisation\nmeasure: variance\nprobability: 4/5";
    private static final Map<String, String> LEVELS = Map.of("site", "S2", "aura", "yes");

    private final AllocationScheme blocks = Schemes.scheme(List.of(1, 1), BLOCKS);
    private final AllocationScheme minimisation = Schemes.scheme(List.of(1, 1), MINIMISATION);

    @Test
    void everyLevelThatIsMissingOrUnknownIsRefusedByName() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        minimisation.next(Schemes.SEED, List.of(), Map.of("site", "S9", "age", "40", "a/b~", "x")))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.INVALID);
                    assertThat(refusal.violations())
                            .extracting(Refusal.Violation::pointer)
                            .containsExactly("/levels/aura", "/levels/site", "/levels/a~1b~0", "/levels/age");
                    assertThat(refusal.violations().get(1).message().nl()).contains("S9", "S1, S2, S3");
                });
    }

    @Test
    void aHistoryOfAnotherStreamOrWithAGapIsNotUsed() {
        Allocation first = blocks.next(Schemes.SEED, List.of(), LEVELS);
        Allocation second = blocks.next(Schemes.SEED, List.of(first), LEVELS);
        Map<String, String> elsewhere = Map.of("site", "S1", "aura", "yes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocks.next(Schemes.SEED, List.of(first), elsewhere))
                .withMessage("the history of stream aura=yes;site=S1 breaks at number 1");
        assertThatIllegalArgumentException().isThrownBy(() -> blocks.next(Schemes.SEED, List.of(second), LEVELS));
    }

    @Test
    void strataHaveStreamsOfTheirOwnAndMinimisationHasOne() {
        assertThat(blocks.stream(LEVELS)).isEqualTo("aura=yes;site=S2");
        assertThat(minimisation.stream(LEVELS)).isEqualTo("all");
        assertThat(Schemes.scheme(List.of(1, 1), "method: complete-randomisation").stream(LEVELS))
                .isEqualTo("all");
        AllocationScheme unstratified = Schemes.read(Schemes.arms(2), List.of(1, 1), List.of(), BLOCKS, fault -> {
            throw new AssertionError(fault);
        });
        assertThat(unstratified.stream(Map.of())).isEqualTo("all");
        assertThat(unstratified.next(Schemes.SEED, List.of(), Map.of()).sequence())
                .isEqualTo(1);
    }

    @Test
    void anAllocationKeepsWhatIsNeededToComputeItAgain() {
        List<Allocation> history = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            Allocation next = minimisation.next(Schemes.SEED, List.copyOf(history), LEVELS);
            assertThat(next.sequence()).isEqualTo(i);
            assertThat(next.stream()).isEqualTo("all");
            assertThat(next.levels()).isEqualTo(LEVELS);
            assertThat(next.draws()).isEqualTo(1);
            history.add(next);
        }
    }

    @Test
    void theCommitmentBindsSeedStudyAndEverySetting() {
        Set<String> commitments = new HashSet<>();
        commitments.add(blocks.commitment(Schemes.SEED));
        commitments.add(blocks.commitment(Schemes.seed(1)));
        commitments.add(minimisation.commitment(Schemes.SEED));
        commitments.add(Schemes.scheme(List.of(1, 1), BLOCKS.replace("4", "6")).commitment(Schemes.SEED));
        commitments.add(
                Schemes.scheme(List.of(1, 1), BLOCKS.replace("2, 4", "4, 2")).commitment(Schemes.SEED));
        commitments.add(AllocationScheme.read(
                        "a-study",
                        "1.1",
                        Schemes.arms(2),
                        List.of(1, 1),
                        Schemes.FACTORS,
                        Schemes.settings(BLOCKS, fault -> {}))
                .commitment(Schemes.SEED));
        assertThat(commitments).hasSize(6).allMatch(commitment -> commitment.matches("[0-9a-f]{64}"));
    }

    @Test
    void everyStreamOfEveryVersionOfEveryStudyHasAKeyOfItsOwn() {
        Set<String> keys = new HashSet<>();
        for (String study : List.of("a", "b")) {
            for (String version : List.of("1", "2")) {
                for (String stream : List.of("site=S1", "site=S2")) {
                    Binding binding = new Binding(study, version, "{}");
                    keys.add(HexFormat.of().formatHex(binding.streamKey(Schemes.SEED, stream)));
                }
            }
        }
        assertThat(keys).hasSize(8);
    }

    /** Fast enough that a locked stream is not kept waiting: the median of many, on whatever machine this is. */
    @Test
    void theThousandAndFirstParticipantOfAMinimisedTrialTakesLessThanAMillisecond() {
        AllocationScheme scheme = Schemes.scheme(List.of(1, 1, 1), MINIMISATION + "\noverall-total: true");
        List<Allocation> history = Schemes.ledger(scheme, Schemes.SEED, 1_000);
        long[] nanoseconds = new long[2_000];
        Arrays.setAll(nanoseconds, i -> {
            long start = System.nanoTime();
            scheme.next(Schemes.SEED, history, LEVELS);
            return System.nanoTime() - start;
        });
        Arrays.sort(nanoseconds, 1_000, 2_000);
        assertThat(nanoseconds[1_500]).isLessThan(1_000_000);
    }
}
