package org.commensal.export.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.commensal.export.release.FormCells.Line;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/**
 * The history of what was corrected: one row a value that another revision of a form changed, with what it was before. What
 * has no column in the table of its form has no row here. Why it was corrected is free text and is left out.
 */
final class CorrectionTable {

    private final Basis basis;
    private final AmendedForm form;
    private final FormColumns columns;
    private final FormCells cells;

    private CorrectionTable(Basis basis, AmendedForm form) {
        this.basis = basis;
        this.form = form;
        this.columns = new FormColumns(form, basis.versions());
        this.cells = new FormCells(form, columns);
    }

    static Table of(Basis basis, SealedResponseRegister responses) {
        return new Table(
                "corrections",
                new Text("Corrected values and what they were", "Verbeterde waarden en wat ze waren"),
                columns(basis),
                Table.Rows.called(rows -> AmendedForm.all(basis.versions()).forEach(form -> {
                    CorrectionTable corrections = new CorrectionTable(basis, form);
                    basis.each(ids -> corrections.rows(ids, responses, rows));
                })));
    }

    private static List<Column> columns(Basis basis) {
        return List.of(
                ParticipantTable.subjectColumn(),
                KeyColumns.form(basis.versions()),
                KeyColumns.event(basis.versions()),
                KeyColumns.instance(),
                KeyColumns.studyDay("study_day", "Day in the table of the form", "Dag in de tabel van het formulier"),
                Column.text("column", new Text("Column of that table", "Kolom van die tabel")),
                Column.integer(
                        "revision", new Text("Revision that changed it", "Versie van het antwoord die het veranderde")),
                Column.text("old_value", new Text("Value before", "Waarde ervoor")),
                Column.text("new_value", new Text("Value from then on", "Waarde vanaf toen")),
                KeyColumns.studyDay("corrected_day", "Day of the correction", "Dag van de verbetering"));
    }

    private void rows(List<String> ids, SealedResponseRegister responses, BiConsumer<String, String[]> rows) {
        Map<String, String> idOf = new HashMap<>();
        ids.forEach(id -> idOf.put(basis.subject(id).code(), id));
        responses.corrected(basis, form.newest().id(), idOf.keySet()).stream()
                .map(revisions -> revisions.stream()
                        .map(revision -> line(idOf.getOrDefault(revision.participant(), ""), revision))
                        .toList())
                .sorted((one, other) -> Line.ORDER.compare(one.get(0), other.get(0)))
                .forEach(revisions -> changes(revisions, rows));
    }

    private Line line(String id, Answered revision) {
        return Line.of(id, basis.subject(id), revision, basis.study().zone());
    }

    private void changes(List<Line> revisions, BiConsumer<String, String[]> rows) {
        for (int i = 1; i < revisions.size(); i++) {
            String[] before = cells.of(revisions.get(i - 1));
            String[] now = cells.of(revisions.get(i));
            for (int place = columns.keys(); place < now.length; place++) {
                if (!now[place].equals(before[place])) {
                    String[] row = row(revisions.get(0), revisions.get(i), place, before[place], now[place]);
                    rows.accept(name(revisions.get(i), row), row);
                }
            }
        }
    }

    /** The form and its task, the revision and the column. */
    private String name(Line by, String[] row) {
        Answered revision = by.answered();
        return String.join("/", form.newest().id(), revision.task(), "" + revision.revision(), row[5]);
    }

    private String[] row(Line first, Line by, int place, String before, String now) {
        return new String[] {
            first.id(),
            form.newest().id(),
            first.answered().event(),
            form.isOfEvent() ? first.instance() : "",
            ParticipantTable.studyDay(first.subject(), Optional.of(first.day())),
            columns.all().get(place).name(),
            Integer.toString(by.answered().revision()),
            before,
            now,
            ParticipantTable.studyDay(
                    by.subject(),
                    Optional.of(by.answered()
                            .filledIn()
                            .atZone(basis.study().zone())
                            .toLocalDate()))
        };
    }
}
