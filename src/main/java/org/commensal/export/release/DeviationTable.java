package org.commensal.export.release;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.quality.DeviationLine;
import org.commensal.quality.DeviationLine.Source;
import org.commensal.quality.DeviationRegister;

/**
 * One row a deviation from the protocol of a subject, recorded or following from other facts; no words of it. A deviation
 * of a site as a whole is of no subject and is not here.
 */
final class DeviationTable {

    private static final List<Code> CATEGORIES = List.of(
            new Code("eligibility", new Text("eligibility", "geschiktheid")),
            new Code("consent", new Text("consent", "toestemming")),
            new Code("intervention", new Text("intervention", "interventie")),
            new Code("visit-window", new Text("visit window", "periode van een bezoek")),
            new Code("procedure", new Text("procedure", "handeling")),
            new Code("blinding", new Text("blinding", "blindering")),
            new Code("safety-reporting", new Text("safety reporting", "melden van voorvallen")),
            new Code("other", new Text("other", "anders")));
    private static final List<Code> SOURCES = List.of(
            new Code("recorded", new Text("somebody recorded it", "vastgelegd")),
            new Code("late-visit", new Text("forms after their window", "formulieren na de periode")),
            new Code("randomised-in-error", new Text("randomised in error", "ten onrechte geloot")),
            new Code("consent-version", new Text("signed another document", "een ander document getekend")));
    private static final List<Code> CONFIRMED = List.of(
            new Code("yes", new Text("yes", "ja")),
            new Code("no", new Text("not yet", "nog niet")),
            new Code("not-needed", new Text("it follows from facts", "het volgt uit feiten")));

    private DeviationTable() {}

    static Table of(Basis basis, DeviationRegister register) {
        return new Table(
                "deviations",
                new Text("Deviations from the protocol", "Afwijkingen van het protocol"),
                List.of(
                        ParticipantTable.subjectColumn(),
                        Column.choice("source", new Text("How it is known", "Hoe het bekend is"), SOURCES),
                        Column.choice("category", new Text("Category", "Categorie"), CATEGORIES),
                        Column.truth("important", new Text("Important", "Belangrijk")),
                        KeyColumns.studyDay("study_day", "Day on which it was", "Dag waarop het was"),
                        KeyColumns.event(basis.versions()),
                        Column.choice("confirmed", new Text("Confirmed", "Bevestigd"), CONFIRMED)),
                Table.Rows.called(rows -> {
                    Map<String, List<DeviationLine>> byParticipant = byParticipant(basis, register);
                    basis.subjects()
                            .forEach((id, subject) -> byParticipant.getOrDefault(subject.code(), List.of()).stream()
                                    .sorted(Comparator.comparing((DeviationLine line) -> day(basis, line))
                                            .thenComparing(DeviationLine::source)
                                            .thenComparing(DeviationLine::event)
                                            .thenComparing(line -> line.id()
                                                    .map(Object::toString)
                                                    .orElse("")))
                                    .forEach(line -> rows.accept(name(line), row(basis, id, line))));
                }));
    }

    private static Map<String, List<DeviationLine>> byParticipant(Basis basis, DeviationRegister register) {
        return register.sealed(basis.study(), basis.checkpoint()).stream()
                .filter(line -> line.participant().isPresent())
                .filter(line -> basis.reaches(day(basis, line)))
                .collect(Collectors.groupingBy(
                        line -> line.participant().map(ParticipantCode::value).orElse("")));
    }

    /** The day of what follows from a moment is that of the study's own calendar. */
    private static LocalDate day(Basis basis, DeviationLine line) {
        return line.at()
                .map(at -> at.atZone(basis.study().zone()).toLocalDate())
                .orElse(line.day());
    }

    /** What was recorded has an id; what follows from other facts is of its event. */
    private static String name(DeviationLine line) {
        return line.id().map(Object::toString).orElse(KeyColumns.code(line.source()) + "/" + line.event());
    }

    private static String[] row(Basis basis, String id, DeviationLine line) {
        String confirmed = line.source() != Source.RECORDED ? "not-needed" : line.confirmed() ? "yes" : "no";
        return new String[] {
            id,
            KeyColumns.code(line.source()),
            KeyColumns.code(line.category()),
            Boolean.toString(line.important()),
            ParticipantTable.studyDay(basis.subject(id), Optional.of(day(basis, line))),
            line.event(),
            confirmed
        };
    }
}
