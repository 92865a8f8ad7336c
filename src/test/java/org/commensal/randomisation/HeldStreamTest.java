package org.commensal.randomisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.Seed;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;

/** What a node remembers of a stream lies behind the database and never before it. */
class HeldStreamTest {

    private static final Seed SEED = new Seed(new byte[32]);
    private static final AllocationScheme SCHEME = StudyReader.read(
                    StudyFolder.of(java.nio.file.Path.of("src", "test", "resources", "studies", "two-sites"))
                            .files())
            .scheme();
    private static final Map<String, String> LEVELS = SCHEME.factors().stream()
            .collect(Collectors.toMap(
                    AllocationScheme.Factor::name, factor -> factor.levels().get(0)));

    private final List<AllocationRow> database = new ArrayList<>();

    @Test
    void whatWasComputedAndNotKeptDoesNotCount() {
        HeldStream node = node();
        allocate(node);
        LedgerRow rolledBack = next(node);

        assertThat(allocate(node).written()).isEqualTo(rolledBack);
        assertThat(node.sequence()).isEqualTo(1);
    }

    @Test
    void twoNodesThatTakeTurnsComputeAsOne() {
        HeldStream one = node();
        HeldStream other = node();
        for (int i = 0; i < 9; i++) {
            allocate(i % 3 == 0 ? one : other);
        }
        assertThat(SCHEME.replay(
                        SEED, database.stream().map(AllocationRow::allocation).toList()))
                .isEmpty();
        HeldStream afresh = node();
        assertThat(next(afresh)).isEqualTo(next(one)).isEqualTo(next(other));
    }

    @Test
    void aDatabaseThatWasPutBackIsReadAnew() {
        HeldStream node = node();
        for (int i = 0; i < 5; i++) {
            allocate(node);
        }
        read(node);
        database.remove(4);
        assertThat(node.follow(from(node.sequence()))).isFalse();
        allocate(node());
        assertThat(node.follow(from(node.sequence())))
                .as("another row in its place")
                .isFalse();
    }

    private static HeldStream node() {
        return new HeldStream(SCHEME, SEED, SCHEME.stream(LEVELS));
    }

    private LedgerRow next(HeldStream node) {
        read(node);
        return node.chained(new LedgerRow(node.next(LEVELS), "NOR-0001", Instant.EPOCH));
    }

    private AllocationRow allocate(HeldStream node) {
        AllocationRow row =
                new AllocationRow(SCHEME.study(), SCHEME.version(), next(node)).because("key", "{}", UUID.randomUUID());
        database.add(row);
        return row;
    }

    private void read(HeldStream node) {
        assertThat(node.follow(from(node.sequence()))).isTrue();
    }

    private List<AllocationRow> from(int sequence) {
        return database.stream()
                .filter(row -> row.allocation().sequence() >= sequence)
                .toList();
    }
}
