package org.commensal.export.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.export.release.EndpointPlan.Source;
import org.commensal.instrument.Value;
import org.commensal.quality.Completeness;
import org.commensal.questionnaires.Response;

/** The values of one subject at the time points of outcomes, each with the reason where there is none. */
final class EndpointValues {

    /** A number or a word, or why there is neither. */
    record Found(Source source, Cell cell, String word) {

        private boolean isKnown() {
            return cell.missing().isEmpty();
        }
    }

    private final String id;
    private final Progress progress;
    private final DerivedValues derived;
    private final Map<String, Response> responses;
    private final Map<String, Completeness> forms;
    private final Map<String, Progress.Block> blocks;

    EndpointValues(String id, Progress progress, DerivedValues derived, List<Response> responses) {
        this.id = id;
        this.progress = progress;
        this.derived = derived;
        this.responses = responses.stream().collect(Collectors.toMap(Response::task, Function.identity()));
        this.forms = progress.forms().stream()
                .collect(Collectors.toMap(Progress.Form::task, Progress.Form::state, (first, second) -> first));
        this.blocks = progress.blocks().stream()
                .collect(Collectors.toMap(block -> block.block().code(), Function.identity()));
    }

    /** The first that is known of several; otherwise the first of all. */
    Optional<Found> first(List<Source> sources) {
        List<Found> found = sources.stream().map(this::found).toList();
        return found.stream().filter(Found::isKnown).findFirst().or(() -> found.stream()
                .findFirst());
    }

    Found found(Source source) {
        if (source.derived()) {
            return new Found(source, ofBlock(source), "");
        }
        Response response = responses.get(source.task());
        if (response == null) {
            return new Found(source, withoutForm(source), "");
        }
        Value value = Optional.ofNullable(response.scores().get(source.variable()))
                .or(() -> Optional.ofNullable(response.answers().values().get(source.variable())))
                .orElse(Value.Missing.NOT_APPLICABLE);
        return new Found(source, Cell.of(value), word(value));
    }

    private Cell ofBlock(Source source) {
        return progress.version().derived().stream()
                .filter(variable -> variable.code().equals(source.variable()))
                .flatMap(variable -> Optional.ofNullable(blocks.get(variable.block())).stream()
                        .map(block -> DiaryBlockTable.cell(derived, id, variable, block)))
                .findFirst()
                .orElse(Cell.NOT_APPLICABLE);
    }

    private Cell withoutForm(Source source) {
        return switch (forms.getOrDefault(source.task(), Completeness.NOT_EXPECTED)) {
            case NOT_EXPECTED -> Cell.NOT_APPLICABLE;
            case NOT_DUE -> Cell.NOT_REACHED;
            case MISSING, ANSWERED -> Cell.UNKNOWN;
        };
    }

    private String word(Value value) {
        if (value instanceof Value.Words words) {
            return String.join(";", words.value());
        }
        if (value instanceof Value.Day day) {
            return progress.studyDay(Optional.<LocalDate>of(day.value()));
        }
        return value instanceof Value.Word word ? word.value() : "";
    }
}
