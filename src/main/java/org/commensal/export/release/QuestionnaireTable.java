package org.commensal.export.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.commensal.export.release.FormCells.Line;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Study;

/** One row a response, as the first edition has it; the later one is {@link FormTable}. */
final class QuestionnaireTable {

    private final Study study;
    private final Questionnaire questionnaire;
    private final Map<String, Subject> subjects;
    private final SealedFacts facts;
    private final long checkpoint;
    private final FormColumns columns;
    private final FormCells cells;

    QuestionnaireTable(
            Study study, AmendedForm form, Map<String, Subject> subjects, SealedFacts facts, long checkpoint) {
        this.study = study;
        this.questionnaire = form.newest();
        this.subjects = subjects;
        this.facts = facts;
        this.checkpoint = checkpoint;
        this.columns = new FormColumns(form);
        this.cells = new FormCells(form, columns);
    }

    Table table() {
        return new Table(questionnaire.id(), questionnaire.title(), columns.all(), Table.Rows.called(this::rows));
    }

    private void rows(BiConsumer<String, String[]> row) {
        Map<String, Integer> counts = facts.counts(study.id(), questionnaire.id());
        List<String> answered = subjects.keySet().stream()
                .filter(id -> counts.containsKey(subject(id).code()))
                .toList();
        Portions.each(
                answered, id -> counts.getOrDefault(subject(id).code(), 0), Portions.ANSWERS, ids -> rows(ids, row));
    }

    private void rows(List<String> ids, BiConsumer<String, String[]> row) {
        Map<String, String> idOf = new HashMap<>();
        ids.forEach(id -> idOf.put(subject(id).code(), id));
        facts.answered(study.id(), questionnaire.id(), checkpoint, List.copyOf(idOf.keySet())).stream()
                .map(answered -> line(idOf.getOrDefault(answered.participant(), ""), answered))
                .sorted(Line.ORDER)
                .forEach(line -> row.accept(line.answered().task(), cells.of(line)));
    }

    private Line line(String id, Answered answered) {
        return Line.of(id, subject(id), answered, study.zone());
    }

    private Subject subject(String id) {
        return Objects.requireNonNull(subjects.get(id));
    }
}
