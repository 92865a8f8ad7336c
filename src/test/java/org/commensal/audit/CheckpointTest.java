package org.commensal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.audit.AuditTrail.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was sealed cannot be changed in any field, shortened, lengthened or put in another order. */
class CheckpointTest {

    private static final Instant AT = Instant.parse("2026-11-23T08:30:00.123Z");
    private static final List<Entry> ENTRIES = IntStream.range(0, 12)
            .mapToObj(i -> entry(i, Map.of("task", "V1/phq-9", "number", "" + i)))
            .toList();
    private static final Checkpoint SEALED = Checkpoint.seal(1, Checkpoint.BEFORE_THE_FIRST, ENTRIES);

    @Test
    void sealsWhatWasSealed() {
        assertThat(SEALED.seals(ENTRIES)).isTrue();
        assertThat(SEALED.entries()).isEqualTo(12);
        assertThat(SEALED.hash()).matches("[0-9a-f]{64}");
    }

    static Stream<UnaryOperator<Entry>> changes() {
        return Stream.of(
                e -> copy(e, UUID.randomUUID(), e.at(), e.name(), e.reason(), e.changes()),
                e -> copy(e, e.id(), e.at().plusMillis(1), e.name(), e.reason(), e.changes()),
                e -> copy(e, e.id(), e.at(), e.name() + " ", e.reason(), e.changes()),
                e -> copy(e, e.id(), e.at(), e.name(), "another reason", e.changes()),
                e -> copy(e, e.id(), e.at(), e.name(), e.reason(), Map.of("task", "V1/phq-9")),
                e -> copy(e, e.id(), e.at(), e.name(), e.reason(), Map.of("task", "V1/phq-9", "number", "x")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedFieldBreaksIt(UnaryOperator<Entry> change) {
        for (int i = 0; i < ENTRIES.size(); i++) {
            List<Entry> tampered = new ArrayList<>(ENTRIES);
            tampered.set(i, change.apply(tampered.get(i)));
            assertThat(SEALED.seals(tampered)).isFalse();
        }
    }

    @Property
    void aRemovedEntryBreaksIt(@ForAll @IntRange(min = 0, max = 11) int place) {
        List<Entry> tampered = new ArrayList<>(ENTRIES);
        tampered.remove(place);
        assertThat(SEALED.seals(tampered)).isFalse();
    }

    @Property
    void anAddedEntryBreaksIt(@ForAll @IntRange(min = 0, max = 12) int place) {
        List<Entry> tampered = new ArrayList<>(ENTRIES);
        tampered.add(place, entry(99, Map.of()));
        assertThat(SEALED.seals(tampered)).isFalse();
    }

    @Property
    void swappedEntriesBreakIt(
            @ForAll @IntRange(min = 0, max = 11) int one, @ForAll @IntRange(min = 0, max = 11) int other) {
        List<Entry> tampered = new ArrayList<>(ENTRIES);
        Collections.swap(tampered, one, other);
        assertThat(SEALED.seals(tampered)).isEqualTo(one == other);
    }

    @Test
    void theSameEntriesAfterAnotherCheckpointHaveAnotherHash() {
        Checkpoint second = Checkpoint.seal(2, SEALED.hash(), ENTRIES);

        assertThat(second.hash()).isNotEqualTo(SEALED.hash());
        assertThat(Checkpoint.seal(2, Checkpoint.BEFORE_THE_FIRST, ENTRIES).hash())
                .isNotEqualTo(second.hash());
    }

    @Test
    void textMovedFromOneFieldToTheNextBreaksIt() {
        Entry entry = ENTRIES.get(0);
        Entry moved = new Entry(
                entry.id(),
                entry.at(),
                entry.person(),
                entry.name(),
                entry.role() + entry.study(),
                "",
                entry.site(),
                entry.action(),
                entry.subject(),
                entry.reason(),
                entry.changes());
        List<Entry> tampered = new ArrayList<>(ENTRIES);
        tampered.set(0, moved);

        assertThat(SEALED.seals(tampered)).isFalse();
    }

    @Test
    void changesAreReadBackAsTheyWereWritten() {
        Map<String, String> changes = Map.of("grant", "coordinator at \"north\"", "é", "\u0000 \n ☃");

        assertThat(Changes.parse(Changes.write(changes))).isEqualTo(changes);
    }

    private static Entry entry(int number, Map<String, String> changes) {
        return new Entry(
                new UUID(1, number),
                AT,
                new UUID(2, 0),
                "Sanne de Vries",
                "coordinator",
                "migraine",
                "leiden",
                "response.submitted",
                "LEI-0001-" + number,
                "",
                new TreeMap<>(changes));
    }

    private static Entry copy(
            Entry entry, UUID id, Instant at, String name, String reason, Map<String, String> changes) {
        return new Entry(
                id,
                at,
                entry.person(),
                name,
                entry.role(),
                entry.study(),
                entry.site(),
                entry.action(),
                entry.subject(),
                reason,
                new TreeMap<>(changes));
    }
}
