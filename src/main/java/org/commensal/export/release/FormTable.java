package org.commensal.export.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.commensal.export.release.FormCells.Line;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.instrument.Questionnaire;

/**
 * One row a response that stands: subject, visit or block, study day of when it was first filled in, the items and the
 * scores. A form of an event says which occurrence it is about.
 *
 * <p>An item that can be missing has a second column with the reason, and so has a score, so that an empty cell is never a
 * riddle. Dates that were asked are study days, and so are empty for whoever was not randomised.
 */
final class FormTable {

    private final Basis basis;
    private final AmendedForm form;
    private final SealedResponseRegister responses;

    private FormTable(Basis basis, AmendedForm form, SealedResponseRegister responses) {
        this.basis = basis;
        this.form = form;
        this.responses = responses;
    }

    static Table of(Basis basis, AmendedForm form, SealedResponseRegister responses, SealedFacts facts) {
        FormColumns columns = new FormColumns(form, basis.versions());
        FormCells cells = new FormCells(form, columns);
        FormTable table = new FormTable(basis, form, responses);
        Questionnaire newest = form.newest();
        return new Table(newest.id(), newest.title(), columns.all(), new Table.Rows() {
            @Override
            public void each(Consumer<String[]> row) {
                of(basis.subjects().keySet(), row);
            }

            @Override
            public void eachCalled(BiConsumer<String, String[]> row) {
                table.portions(
                        facts,
                        basis.subjects().keySet(),
                        ids -> table.lines(
                                ids, line -> row.accept(line.answered().task(), cells.of(line))));
            }

            @Override
            public void of(Set<String> subjects, Consumer<String[]> row) {
                table.portions(facts, subjects, ids -> table.lines(ids, line -> row.accept(cells.of(line))));
            }
        });
    }

    private void portions(SealedFacts facts, Set<String> some, Consumer<List<String>> ids) {
        Map<String, Integer> counts =
                facts.counts(basis.study().id(), form.newest().id(), basis.checkpoint());
        List<String> answered = basis.subjects().keySet().stream()
                .filter(id -> some.contains(id)
                        && counts.containsKey(basis.subject(id).code()))
                .toList();
        Portions.each(answered, id -> counts.getOrDefault(basis.subject(id).code(), 0), Portions.ANSWERS, ids);
    }

    private void lines(List<String> ids, Consumer<Line> line) {
        Map<String, String> idOf = new HashMap<>();
        ids.forEach(id -> idOf.put(basis.subject(id).code(), id));
        responses.standing(basis, form.newest().id(), idOf.keySet()).stream()
                .map(answered -> line(idOf.getOrDefault(answered.participant(), ""), answered))
                .sorted(Line.ORDER)
                .forEach(line);
    }

    private Line line(String id, Answered answered) {
        return Line.of(id, basis.subject(id), answered, basis.study().zone());
    }
}
