package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.ArmCode;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.OneStream;
import org.commensal.allocation.Seed;
import org.commensal.allocation.simulation.Reallocation.Part;
import org.junit.jupiter.api.Test;

/** A trial allocated anew, as it might have been. */
class ReallocationTest {

    private static final Seed SEED = new Seed("a seed of thirty-two bytes alone".getBytes(StandardCharsets.US_ASCII));
    private static final AllocationScheme BLOCKS = OneStream.scheme("permuted-blocks", "block-sizes: [4]", "1:1");
    private static final AllocationScheme MINIMISATION =
            OneStream.balancing("measure: range;probability: 4/5;overall-total: true", "1:1:1");

    @Test
    void nobodyIsAllocatedWhereThereIsNoLedger() {
        Reallocation none = new Reallocation(List.of());

        assertThat(none.arms()).isZero();
        assertThat(none.has("NOR-0001-8")).isFalse();
        assertThat(none.again(List.of(), 1, 1)).isEmpty();
    }

    @Test
    void everyRunFillsTheBlocksOfTheTrial() {
        List<LedgerRow> rows = allocated(BLOCKS, 40, Map.of());
        List<String> codes = codes(rows);
        Reallocation again = new Reallocation(List.of(new Part(BLOCKS, rows)));

        Set<String> runs = new HashSet<>();
        for (int number = 0; number < 50; number++) {
            byte[] arms = again.again(codes, 7, number);
            runs.add(Arrays.toString(arms));
            for (int block = 0; block < 40; block += 4) {
                assertThat(arms[block] + arms[block + 1] + arms[block + 2] + arms[block + 3])
                        .isEqualTo(2);
            }
        }

        assertThat(runs).hasSize(50);
        assertThat(again.again(codes, 7, 3)).isEqualTo(again.again(codes, 7, 3));
        assertThat(again.actual(codes)).isEqualTo(arms(rows, "A", "B"));
    }

    /** Complete randomisation of 60 would leave a range of about 7.6; this minimisation leaves fewer than 3. */
    @Test
    void minimisationBalancesInEveryRun() {
        List<LedgerRow> rows = allocated(MINIMISATION, 60, Map.of("aura", "yes", "site", "S1"));
        Reallocation again = new Reallocation(List.of(new Part(MINIMISATION, rows)));

        double ranges = IntStream.range(0, 200)
                .mapToObj(number -> again.again(codes(rows), 1, number))
                .mapToInt(ReallocationTest::range)
                .average()
                .orElseThrow();

        assertThat(ranges).isLessThan(3);
    }

    @Test
    void whoFollowsSomebodyGetsTheArmThatThatOneGetsNow() {
        List<LedgerRow> rows = allocated(BLOCKS, 8, Map.of());
        rows.add(follower("F-1", "P-3"));
        rows.add(follower("F-2", "F-1"));
        List<String> codes = List.of("P-3", "F-1", "F-2");
        Reallocation again = new Reallocation(List.of(new Part(BLOCKS, rows)));

        Set<Byte> seen = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            byte[] arms = again.again(codes, 1, number);
            assertThat(arms[1]).isEqualTo(arms[0]);
            assertThat(arms[2]).isEqualTo(arms[0]);
            seen.add(arms[0]);
        }

        assertThat(seen).hasSize(2);
    }

    @Test
    void anEnvelopeIsDrawnByTheRatioAlone() {
        List<LedgerRow> rows = new ArrayList<>();
        for (int number = 1; number <= 400; number++) {
            rows.add(row("E-" + number, BLOCKS.outside(SEED).envelope("S1", number, Map.of())));
        }
        byte[] arms = new Reallocation(List.of(new Part(BLOCKS, rows))).again(codes(rows), 1, 1);

        assertThat(IntStream.range(0, 400).map(i -> arms[i]).sum()).isBetween(170, 230);
        assertThat(IntStream.range(0, 100).map(block -> IntStream.range(4 * block, 4 * block + 4)
                        .map(i -> arms[i])
                        .sum()))
                .contains(0, 4);
    }

    @Test
    void theArmsOfAnImportedListAreShuffledWithinTheirStratum() {
        AllocationScheme list = OneStream.list();
        List<LedgerRow> rows = allocated(list, 30, Map.of("aura", "yes", "site", "S1"));
        Reallocation again = new Reallocation(List.of(new Part(list, rows)));
        byte[] actual = again.actual(codes(rows));

        byte[] other = again.again(codes(rows), 1, 1);

        assertThat(other).isNotEqualTo(actual).containsExactlyInAnyOrder(actual);
    }

    @Test
    void armsOfAnotherSchemeAreTheSameNumbers() {
        AllocationScheme three = OneStream.scheme("permuted-blocks", "block-sizes: [3]", "1:1:1");
        List<LedgerRow> first = allocated(BLOCKS, 12, Map.of());
        List<LedgerRow> second = allocated(three, 12, Map.of()).stream()
                .map(row -> row("Q" + row.participant(), row.allocation()))
                .toList();
        Reallocation again = new Reallocation(List.of(new Part(BLOCKS, first), new Part(three, second)));

        assertThat(again.arms()).isEqualTo(3);
        assertThat(again.actual(codes(second))).isEqualTo(arms(second, "A", "B", "C"));
        assertThat(again.again(codes(first), 1, 1)).doesNotContain((byte) 2);
        assertThat(again.again(codes(second), 1, 1)).contains((byte) 2);
    }

    private static List<LedgerRow> allocated(AllocationScheme scheme, int participants, Map<String, String> levels) {
        List<Allocation> history = new ArrayList<>();
        List<LedgerRow> rows = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            history.add(scheme.next(SEED, history, levels));
            rows.add(row("P-" + i, history.get(i)));
        }
        return rows;
    }

    private static LedgerRow follower(String code, String followed) {
        return row(code, BLOCKS.outside(SEED).forced(followed, 1, new ArmCode("A"), Map.of()));
    }

    private static LedgerRow row(String participant, Allocation allocation) {
        return new LedgerRow(allocation, participant, Instant.parse("2026-11-30T09:00:00Z"));
    }

    private static List<String> codes(List<LedgerRow> rows) {
        return rows.stream().map(LedgerRow::participant).toList();
    }

    private static byte[] arms(List<LedgerRow> rows, String... order) {
        byte[] arms = new byte[rows.size()];
        for (int i = 0; i < arms.length; i++) {
            arms[i] =
                    (byte) List.of(order).indexOf(rows.get(i).allocation().arm().value());
        }
        return arms;
    }

    private static int range(byte[] arms) {
        int[] counts = new int[3];
        for (byte arm : arms) {
            counts[arm]++;
        }
        return Arrays.stream(counts).max().orElseThrow()
                - Arrays.stream(counts).min().orElseThrow();
    }
}
