package org.commensal.export.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
    /** The ids of the subjects by their codes. */
    private final Map<String, String> ids = new HashMap<>();

    private FormTable(Basis basis, AmendedForm form, SealedResponseRegister responses) {
        this.basis = basis;
        this.form = form;
        this.responses = responses;
        basis.subjects().forEach((id, subject) -> ids.put(subject.code(), id));
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
                table.standing(basis.subjects().keySet(), some -> table.lines(some)
                        .forEach(line -> row.accept(line.answered().task(), cells.of(line))));
            }

            @Override
            public void of(Set<String> subjects, Consumer<String[]> row) {
                try (Handover<List<Answered>> handover =
                        new Handover<>(some -> table.lines(some).map(cells::of).forEach(row))) {
                    table.standing(subjects, handover::add);
                    handover.finish();
                }
            }

            @Override
            public void subjects(Consumer<String> id) {
                if (basis.specification().cutOff().isPresent()) {
                    Table.Rows.super.subjects(id);
                } else {
                    table.answering(facts).forEach(id);
                }
            }
        });
    }

    private List<String> answering(SealedFacts facts) {
        Set<String> codes = facts.answering(basis.study().id(), form.newest().id(), basis.checkpoint());
        return basis.subjects().keySet().stream()
                .filter(id -> codes.contains(basis.subject(id).code()))
                .toList();
    }

    private void standing(Set<String> some, Consumer<List<Answered>> portion) {
        List<String> asked =
                basis.subjects().keySet().stream().filter(some::contains).toList();
        responses.standing(basis, form.newest().id(), basis.codes(asked), portion);
    }

    private Stream<Line> lines(List<Answered> some) {
        return some.stream().map(this::line).sorted(Line.ORDER);
    }

    private Line line(Answered answered) {
        String id = Objects.requireNonNull(ids.get(answered.participant()));
        return Line.of(id, basis.subject(id), answered, basis.study().zone());
    }
}
