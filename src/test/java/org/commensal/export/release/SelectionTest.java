package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final Text LABEL = Text.same("A label");
    private static final Table MOOD = new Table(
            "mood",
            LABEL,
            List.of(
                    Column.text("subject", LABEL),
                    Column.text("event", LABEL),
                    Column.integer("grade", LABEL).explainedBy("grade_missing"),
                    Column.choice("grade_missing", LABEL, Table.REASONS),
                    Column.integer("score", LABEL)),
            rows -> {
                rows.accept(new String[] {"a", "V1", "3", "", "12"});
                rows.accept(new String[] {"b", "V1", "", "skipped", "7"});
            });

    private static List<String> columns(Selection selection) {
        return selection.of(MOOD).orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void aTableThatIsNotNamedIsNotThereWhereOthersAre() {
        assertThat(new Selection(Set.of("diary"), Set.of()).of(MOOD)).isEmpty();
        assertThat(new Selection(Set.of("mood"), Set.of()).of(MOOD)).contains(MOOD);
        assertThat(new Selection(Set.of(), Set.of()).of(MOOD)).contains(MOOD);
    }

    @Test
    void whatNamesTheRowStays() {
        assertThat(columns(new Selection(Set.of(), Set.of("mood.subject", "mood.event", "mood.score"))))
                .containsExactly("subject", "event", "grade", "grade_missing");
    }

    @Test
    void whyAColumnIsEmptyGoesWithIt() {
        assertThat(columns(new Selection(Set.of(), Set.of("mood.grade")))).containsExactly("subject", "event", "score");
    }

    @Test
    void aColumnWhoseReasonsAreLeftOutIsExplainedByNothing() {
        Table cut =
                new Selection(Set.of(), Set.of("mood.grade_missing")).of(MOOD).orElseThrow();

        assertThat(cut.columns().get(2).reason()).isEmpty();
    }

    @Test
    void theCellsAreThoseOfTheColumnsThatAreLeft() {
        List<List<String>> rows = new ArrayList<>();
        new Selection(Set.of(), Set.of("mood.grade"))
                .of(MOOD)
                .orElseThrow()
                .rows()
                .each(cells -> rows.add(List.of(cells)));

        assertThat(rows).containsExactly(List.of("a", "V1", "12"), List.of("b", "V1", "7"));
    }
}
