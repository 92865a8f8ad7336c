package org.commensal.export.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.commensal.export.comparison.Comparison.Aside;
import org.commensal.export.comparison.Comparison.Lack;
import org.commensal.export.comparison.Comparison.TableDifference;
import org.commensal.export.comparison.Comparison.VariableDifference;
import org.commensal.export.comparison.Comparison.Why;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

/** What is different between small tables, counted by hand, and laws that hold of any. */
class ComparisonTest {

    private static final Text LABEL = Text.same("A label");
    private static final List<Column> COLUMNS = List.of(
            Column.text("subject", LABEL),
            Column.text("event", LABEL),
            Column.integer("mood", LABEL).explainedBy("mood_missing"),
            Column.choice("mood_missing", LABEL, Table.REASONS),
            Column.integer("score", LABEL));

    private static Table mood(String... lines) {
        return table("mood", COLUMNS, lines);
    }

    private static Table table(String name, List<Column> columns, String... lines) {
        return new Table(name, LABEL, columns, rows -> Stream.of(lines)
                .map(line -> line.split(",", -1))
                .forEach(rows));
    }

    private static Side side(Table... tables) {
        return new Side(List.of(tables), List.of(tables), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static TableDifference only(Comparison comparison) {
        assertThat(comparison.tables()).hasSize(1);
        return comparison.tables().get(0);
    }

    private static VariableDifference variable(TableDifference table, String name) {
        return table.variables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableThatOneHasNotGotIsNotComparedAndItIsSaidWhy() {
        Side newer =
                side(mood("a,V1,3,,6"), table("diary", COLUMNS), table("visits", COLUMNS), table("events", COLUMNS));
        Side older = new Side(
                List.of(mood("a,V1,3,,6")),
                List.of(mood("a,V1,3,,6")),
                Set.of(),
                Set.of(),
                Set.of("mood", "diary"),
                Set.of("mood", "diary", "visits"));

        Comparison comparison = Comparison.of(older, newer);

        assertThat(comparison.isSame()).isFalse();
        assertThat(comparison.tables())
                .extracting(TableDifference::name, TableDifference::lack)
                .containsExactly(
                        tuple("mood", Optional.empty()),
                        tuple("diary", Optional.of(new Lack(true, Why.NOT_ASKED))),
                        tuple("visits", Optional.of(new Lack(true, Why.EDITION))),
                        tuple("events", Optional.of(new Lack(true, Why.PROTOCOL))));
        assertThat(Comparison.of(newer, older).tables().get(1).lack()).contains(new Lack(false, Why.NOT_ASKED));
    }

    @Test
    void aVariableThatOneHasNotGotIsNotComparedAndItIsSaidWhy() {
        Table whole = mood("a,V1,3,,6", "b,V1,4,,8");
        Table held = table("mood", COLUMNS.subList(0, 4));
        Side older =
                new Side(List.of(held), List.of(whole), Set.of(), Set.of(), Set.of("mood.score"), Set.of("mood.score"));

        TableDifference table = only(Comparison.of(older, side(mood("a,V1,3,,7", "b,V1,4,,8"))));

        assertThat(table.both()).isEqualTo(2);
        assertThat(variable(table, "score").lack()).contains(new Lack(true, Why.NOT_ASKED));
        assertThat(variable(table, "score").cells()).isZero();
        assertThat(table.hasOtherData()).isFalse();
    }

    @Test
    void whatWasMadeCoarserOrHasPseudonymsIsNotCounted() {
        Table before = mood("a,V1,3,,6");
        Table now = mood("a,V2,4,,8");
        Side coarser = new Side(List.of(now), List.of(now), Set.of("mood.mood"), Set.of(), Set.of(), Set.of());
        Side named = new Side(List.of(before), List.of(before), Set.of(), Set.of("mood.score"), Set.of(), Set.of());

        TableDifference table = only(Comparison.of(named, coarser));

        assertThat(variable(table, "mood").aside()).contains(Aside.GENERALISED);
        assertThat(variable(table, "score").aside()).contains(Aside.PSEUDONYM);
        assertThat(table.variables())
                .allSatisfy(variable -> assertThat(variable.cells()).isZero());
    }

    /** The first edition had dates where later ones have study days; no answer was corrected by that. */
    @Test
    void whatTheTwoWriteInAnotherWayIsNotCounted() {
        List<Column> dates = List.of(COLUMNS.get(0), Column.of("began", "date", Table.Kind.DAY, LABEL));
        List<Column> days = List.of(COLUMNS.get(0), Column.of("began", "study-day", Table.Kind.NUMBER, LABEL));

        TableDifference table =
                only(Comparison.of(side(table("event", dates, "a,2026-11-20")), side(table("event", days, "a,0"))));

        assertThat(variable(table, "began").aside()).contains(Aside.OTHER_TYPE);
        assertThat(table.hasOtherData()).isFalse();
    }

    @Test
    void everyCellIsCountedAsWhatBecameOfIt() {
        Side older = side(mood("a,V1,3,,6", "b,V1,,skipped,", "c,V1,5,,10", "d,V1,,skipped,", "e,V1,1,,2"));
        Side newer = side(mood("a,V1,4,,8", "b,V1,7,,14", "c,V1,,refused,", "d,V1,,unknown,", "f,V1,1,,2"));

        TableDifference table = only(Comparison.of(older, newer));

        assertThat(table.both()).isEqualTo(4);
        assertThat(table.added()).isEqualTo(1);
        assertThat(table.gone()).isEqualTo(1);
        assertThat(table.variables())
                .extracting(
                        VariableDifference::name,
                        VariableDifference::filledIn,
                        VariableDifference::changed,
                        VariableDifference::emptied,
                        VariableDifference::otherReason)
                .containsExactly(
                        tuple("event", 0L, 0L, 0L, 0L), tuple("mood", 1L, 1L, 1L, 1L), tuple("score", 1L, 1L, 1L, 0L));
    }

    @Test
    void rowsThatNothingTellsApartAreCounted() {
        Side once = side(mood("a,V1,3,,6", "b,V1,3,,6"));
        Side twice = side(mood("a,V1,3,,6", "a,V1,3,,6", "b,V1,3,,6"));

        assertThat(only(Comparison.of(once, twice)).added()).isEqualTo(1);
        assertThat(only(Comparison.of(twice, once)).gone()).isEqualTo(1);
    }

    /** Neither the longest table nor one in which everything differs is held. */
    @Test
    void aLongTableIsComparedInParts() {
        int rows = 25_000;

        TableDifference table = only(Comparison.of(side(numbered(rows, 0)), side(numbered(rows + 5, 1))));

        assertThat(table.both()).isEqualTo(rows);
        assertThat(table.added()).isEqualTo(5);
        assertThat(variable(table, "mood").changed()).isEqualTo(rows);
        assertThat(variable(table, "score").cells()).isZero();
    }

    private static Table numbered(int rows, int plus) {
        return new Table("mood", LABEL, COLUMNS, each -> {
            for (int i = 0; i < rows; i++) {
                each.accept(new String[] {"subject-" + i, "V1", Integer.toString(i + plus), "", "1"});
            }
        });
    }

    @Property
    void aReleaseIsTheSameAsItself(@ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> facts) {
        Side side = side(mood(lines(facts)));

        Comparison comparison = Comparison.of(side, side);

        assertThat(comparison.isSame()).isTrue();
        assertThat(only(comparison).both()).isEqualTo(lines(facts).length);
    }

    @Property
    void whatWasAddedIsGoneTheOtherWayRound(
            @ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> one,
            @ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> other) {
        TableDifference there = only(Comparison.of(side(mood(lines(one))), side(mood(lines(other)))));
        TableDifference back = only(Comparison.of(side(mood(lines(other))), side(mood(lines(one)))));

        assertThat(there.added()).isEqualTo(back.gone());
        assertThat(there.gone()).isEqualTo(back.added());
        assertThat(there.both()).isEqualTo(back.both());
        assertThat(there.both() + there.gone()).isEqualTo(lines(one).length);
        assertThat(there.both() + there.added()).isEqualTo(lines(other).length);
        for (VariableDifference variable : there.variables()) {
            VariableDifference reversed = variable(back, variable.name());
            assertThat(variable.filledIn()).isEqualTo(reversed.emptied());
            assertThat(variable.emptied()).isEqualTo(reversed.filledIn());
            assertThat(variable.changed()).isEqualTo(reversed.changed());
            assertThat(variable.otherReason()).isEqualTo(reversed.otherReason());
        }
    }

    @Property
    void theCountsAreThoseOfALookAtEveryCell(
            @ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> one,
            @ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> other) {
        Map<String, String> before = moods(one);
        Map<String, String> now = moods(other);

        TableDifference table = only(Comparison.of(side(mood(lines(one))), side(mood(lines(other)))));

        assertThat(variable(table, "mood").changed())
                .isEqualTo(count(before, now, (was, is) -> !was.isEmpty() && !is.isEmpty() && !was.equals(is)));
        assertThat(variable(table, "mood").filledIn())
                .isEqualTo(count(before, now, (was, is) -> was.isEmpty() && !is.isEmpty()));
        assertThat(variable(table, "mood").emptied())
                .isEqualTo(count(before, now, (was, is) -> !was.isEmpty() && is.isEmpty()));
    }

    private static long count(Map<String, String> before, Map<String, String> now, BiPredicate<String, String> differ) {
        return before.entrySet().stream()
                .filter(cell -> now.containsKey(cell.getKey()))
                .filter(cell -> differ.test(cell.getValue(), now.getOrDefault(cell.getKey(), "")))
                .count();
    }

    /** The first digit is the subject, the second the mood; 0 is none. */
    private static Map<String, String> moods(List<Integer> facts) {
        Map<String, String> moods = new TreeMap<>();
        facts.forEach(fact -> moods.put("s" + fact / 10, fact % 10 == 0 ? "" : Integer.toString(fact % 10)));
        return moods;
    }

    private static String[] lines(List<Integer> facts) {
        return moods(facts).entrySet().stream()
                .map(one -> one.getKey() + ",V1," + one.getValue() + ","
                        + (one.getValue().isEmpty() ? "skipped" : "") + ",1")
                .toArray(String[]::new);
    }
}
