package org.commensal.export.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.AnswersJson;

/**
 * One row a response: subject, visit or block, study day, the items and the scores. A form of an event says which
 * occurrence it is about.
 *
 * <p>An item that can be missing has a second column with the reason, so that an empty cell is never a riddle.
 */
final class QuestionnaireTable {

    /** At most about this many responses are held at a time, however large the release. */
    private static final int RESPONSES_AT_ONCE = 8_000;

    private static final JsonFactory JSON = new JsonFactory();

    /** A response with what orders it: the id of its subject, and its day. */
    private record Line(String id, LocalDate day, Answered answered) {}

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::id)
            .thenComparing(Line::day)
            .thenComparing(line -> line.answered().task());

    private final Study study;
    private final AmendedForm form;
    private final Questionnaire questionnaire;
    private final Map<String, Subject> subjects;
    private final SealedFacts facts;
    private final long checkpoint;
    private final Specification specification;
    private final FormColumns columns;

    QuestionnaireTable(
            Study study,
            AmendedForm form,
            Map<String, Subject> subjects,
            SealedFacts facts,
            long checkpoint,
            Specification specification) {
        this.study = study;
        this.form = form;
        this.questionnaire = form.newest();
        this.subjects = subjects;
        this.facts = facts;
        this.checkpoint = checkpoint;
        this.specification = specification;
        this.columns = new FormColumns(form);
    }

    Table table() {
        return new Table(questionnaire.id(), questionnaire.title(), columns.all(), new Table.Rows() {
            @Override
            public void each(Consumer<String[]> row) {
                rows(subjects.keySet(), row);
            }

            @Override
            public void of(Set<String> some, Consumer<String[]> row) {
                rows(subjects.keySet().stream().filter(some::contains).toList(), row);
            }
        });
    }

    /** Subjects in the order of their ids, a few at a time, so that a release of any size needs the same memory. */
    private void rows(Collection<String> ids, Consumer<String[]> row) {
        Map<String, Integer> counts = facts.counts(study.id(), questionnaire.id(), checkpoint);
        List<String> some = new ArrayList<>();
        int responses = 0;
        for (String id : ids) {
            int count = counts.getOrDefault(subject(id).code(), 0);
            if (responses + count > RESPONSES_AT_ONCE && !some.isEmpty()) {
                few(some, row);
                some.clear();
                responses = 0;
            }
            if (count > 0) {
                some.add(id);
                responses += count;
            }
        }
        if (!some.isEmpty()) {
            few(some, row);
        }
    }

    private void few(List<String> ids, Consumer<String[]> row) {
        Map<String, String> idOf = new HashMap<>();
        ids.forEach(id -> idOf.put(subject(id).code(), id));
        facts.answered(study.id(), questionnaire.id(), checkpoint, List.copyOf(idOf.keySet())).stream()
                .map(answered -> new Line(idOf.getOrDefault(answered.participant(), ""), day(answered), answered))
                .filter(line -> specification.reaches(line.day()))
                .sorted(ORDER)
                .forEach(line -> row.accept(cells(line)));
    }

    private Subject subject(String id) {
        return Objects.requireNonNull(subjects.get(id));
    }

    /** The diary day, or the day on which it was filled in where the study takes place. */
    private LocalDate day(Answered answered) {
        return Optional.ofNullable(answered.day())
                .orElseGet(() -> answered.filledIn().atZone(study.zone()).toLocalDate());
    }

    private String[] cells(Line line) {
        Answered answered = line.answered();
        String[] cells = columns.cells();
        cells[0] = line.id();
        cells[1] = answered.event();
        cells[2] = ParticipantTable.studyDay(subject(line.id()), Optional.of(line.day()));
        columns.put(cells, FormColumns.LATE, Boolean.toString(answered.late()));
        columns.put(cells, FormColumns.VERSION, answered.version());
        if (form.isOfEvent() && answered.task().startsWith(answered.event() + "/")) {
            columns.put(
                    cells,
                    FormColumns.INSTANCE,
                    answered.task().substring(answered.event().length() + 1));
        }
        fill(cells, answered.answers());
        fill(cells, answered.scores());
        return cells;
    }

    /** Puts each member of a stored document into its cell; reasons for missing values into the cells beside. */
    private void fill(String[] cells, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            String within = "";
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT -> within = parser.currentName() == null ? "" : parser.currentName();
                    case END_OBJECT -> within = "";
                    case START_ARRAY -> several(cells, parser);
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                        columns.put(cells, column(within, parser.currentName()), parser.getText());
                    default -> {}
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The column of a member: that of a reason beside the item, or that of a part of an answer. */
    private static String column(String within, String name) {
        if (within.isEmpty()) {
            return name;
        }
        return within.equals(AnswersJson.MISSING) ? name + FormColumns.REASON : within + "_" + name;
    }

    private void several(String[] cells, JsonParser parser) throws IOException {
        String name = parser.currentName();
        List<String> several = list(parser);
        if (name.equals(AnswersJson.CONFIRMED)) {
            several.forEach(code -> columns.put(cells, code + FormColumns.CONFIRMED, "true"));
        } else {
            columns.put(cells, name, String.join(";", several));
        }
    }

    private static List<String> list(JsonParser parser) throws IOException {
        List<String> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(parser.getText());
        }
        return list;
    }
}
