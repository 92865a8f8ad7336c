package org.commensal.export.release;

import java.util.List;
import org.commensal.export.release.Progress.Form;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.quality.Completeness;

/**
 * One row a form of a visit of a subject, whether it was filled in or not: its window, and what became of it.
 *
 * <p>The rule is that of the report of missing data ({@code quality.ExpectedForms}), on the day of the release.
 */
final class VisitTable {

    private static final List<Code> BY = List.of(
            new Code("participant", new Text("the participant", "de deelnemer")),
            new Code("staff", new Text("staff", "het centrum")));

    private VisitTable() {}

    static Table of(Basis basis, Progresses progresses) {
        return new Table(
                "visits",
                new Text("Forms of visits and what became of them", "Formulieren van bezoeken en wat ervan werd"),
                List.of(
                        ParticipantTable.subjectColumn(),
                        KeyColumns.event(basis.versions()),
                        KeyColumns.form(basis.versions()),
                        Column.choice("filled_in_by", new Text("Who fills it in", "Wie het invult"), BY),
                        Column.text(
                                FormColumns.VERSION,
                                new Text("Protocol version that asks it", "Versie van het protocol die het vraagt")),
                        KeyColumns.studyDay("from_day", "First day of its window", "Eerste dag van de periode"),
                        KeyColumns.studyDay("to_day", "Last day of its window", "Laatste dag van de periode"),
                        KeyColumns.studyDay("study_day", "Day on which it was filled in", "Dag waarop het is ingevuld"),
                        KeyColumns.state(new Text("What became of it", "Wat ervan werd")),
                        Column.truth(
                                FormColumns.LATE, new Text("Filled in after its window", "Ingevuld na de periode")),
                        Column.truth(
                                "explained",
                                new Text(
                                        "A query about what is missing was answered",
                                        "Een vraag over wat ontbreekt is beantwoord"))),
                rows -> progresses.each(
                        (id, progress) -> progress.forms().forEach(form -> rows.accept(row(id, progress, form)))));
    }

    private static String[] row(String id, Progress progress, Form form) {
        return new String[] {
            id,
            form.visit().code(),
            form.form().form(),
            form.form().by() == FilledBy.STAFF ? "staff" : "participant",
            form.version(),
            progress.studyDay(form.visit().anchor(), form.visit().from()),
            progress.studyDay(form.visit().anchor(), form.visit().to()),
            progress.studyDay(form.filledIn()
                    .map(one -> one.at().atZone(progress.basis().study().zone()).toLocalDate())),
            KeyColumns.state(form.state()).value(),
            Boolean.toString(
                    form.filledIn().filter(CompletenessRegister.FilledIn::late).isPresent()),
            Boolean.toString(isExplained(progress, form))
        };
    }

    private static boolean isExplained(Progress progress, Form form) {
        return form.state() == Completeness.MISSING && progress.explained().contains(form.task());
    }
}
