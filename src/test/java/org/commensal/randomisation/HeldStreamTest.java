package org.commensal.randomisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void theNewestRowIsAllThereIsToReadWhereItIsChainedToTheLastThatWasRead() {
        HeldStream one = node();
        HeldStream other = node();
        assertThat(one.reaches(newest())).as("an empty stream").isTrue();
        allocate(other);
        assertThat(one.reaches(newest())).isTrue();
        assertThat(one.reaches(newest())).as("again").isTrue();
        assertThat(one.sequence()).isEqualTo(1);
        allocate(other);
        allocate(other);
        assertThat(one.reaches(newest())).as("one was missed").isFalse();
        assertThat(one.sequence()).isEqualTo(1);
    }

    @Test
    void aRowThatIsNotChainedToWhatWasReadIsNotTheNext() {
        HeldStream node = node();
        allocate(node);
        read(node);
        database.clear();
        assertThat(node.reaches(newest())).as("put back to an empty stream").isFalse();
        allocate(node(), "NOR-0002");
        assertThat(node.reaches(newest())).as("another row in its place").isFalse();
        allocate(node());
        assertThat(node.reaches(newest())).as("the next after another").isFalse();
    }

    private Optional<AllocationRow> newest() {
        return database.stream().reduce((earlier, later) -> later);
    }

    private static HeldStream node() {
        return new HeldStream(SCHEME, SEED, SCHEME.stream(LEVELS));
    }

    private LedgerRow next(HeldStream node) {
        return next(node, "NOR-0001");
    }

    private LedgerRow next(HeldStream node, String participant) {
        read(node);
        return node.chained(new LedgerRow(node.next(LEVELS), participant, Instant.EPOCH));
    }

    private AllocationRow allocate(HeldStream node) {
        return allocate(node, "NOR-0001");
    }

    private AllocationRow allocate(HeldStream node, String participant) {
        AllocationRow row = new AllocationRow(SCHEME.study(), SCHEME.version(), next(node, participant))
                .because("key", "{}", UUID.randomUUID());
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
