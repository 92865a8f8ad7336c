package org.commensal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

/** Whatever is held, every writer is given the same rows. */
class HeldTablesTest {

    @Test
    void whatDoesNotFitIsReadAgain() {
        AtomicInteger read = new AtomicInteger();
        Table held = HeldTables.of(List.of(table(List.of("a long text", "b"), read)), 8)
                .get(0);

        assertThat(rows(held)).isEqualTo(rows(held)).isEqualTo(List.of("a long text", "b"));
        assertThat(read).hasValue(2);
    }

    @Test
    void theTablesShareTheirBytes() {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        List<Table> held = HeldTables.of(List.of(table(List.of("1234567"), first), table(List.of("12"), second)), 10);
        for (int writer = 0; writer < 3; writer++) {
            held.forEach(HeldTablesTest::rows);
        }

        assertThat(first).hasValue(1);
        assertThat(second).hasValue(3);
    }

    @Test
    void aWriterMayChangeTheCellsThatItIsGiven() {
        Table held = HeldTables.of(List.of(table(List.of("=1"), new AtomicInteger())), HeldTables.BYTES)
                .get(0);
        for (int writer = 0; writer < 3; writer++) {
            assertThat(rows(held)).containsExactly("=1");
            held.rows().each(cells -> cells[0] = "'" + cells[0]);
        }
    }

    @Property
    void theRowsAreThoseOfTheTableAndAreReadOnce(
            @ForAll @Size(max = 20) List<@Chars({'a', 'é', '"', '\n', '—'}) String> texts,
            @ForAll @IntRange(max = 2) int longer) {
        AtomicInteger read = new AtomicInteger();
        List<String> whole =
                texts.stream().map(text -> text.repeat(1 << 4 * longer)).toList();
        Table held =
                HeldTables.of(List.of(table(whole, read)), HeldTables.BYTES).get(0);

        assertThat(rows(held)).isEqualTo(whole);
        assertThat(rows(held)).isEqualTo(whole);
        assertThat(read).hasValue(1);
    }

    private static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        table.rows().each(cells -> rows.add(cells[0]));
        return rows;
    }

    private static Table table(List<String> texts, AtomicInteger read) {
        return new Table("one", Text.same("One"), List.of(Column.text("text", Text.same("Text"))), rows -> {
            read.incrementAndGet();
            texts.forEach(text -> rows.accept(new String[] {text}));
        });
    }
}
