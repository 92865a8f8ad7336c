package org.commensal.export.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Column;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.AnswersJson;

/**
 * One row a response: subject, visit or block, study day, the items and the scores. A form of an event says which
 * occurrence it is about.
 *
 * <p>An item that can be missing has a second column with the reason, so that an empty cell is never a riddle. Free
 * text, direct identifiers and sensitive items have no column. The columns follow from the protocol alone.
 */
final class QuestionnaireTable {

    private static final Set<String> LEFT_OUT = Set.of("free-text", "direct-identifier", "sensitive");
    private static final String REASON = "_missing";
    /** At most about this many responses are held at a time, however large the release. */
    private static final int RESPONSES_AT_ONCE = 8_000;

    private static final String INSTANCE = "instance";
    private static final int LEADING = 4;
    private static final JsonFactory JSON = new JsonFactory();

    /** A response with what orders it: the id of its subject, and its day. */
    private record Line(String id, LocalDate day, Answered answered) {}

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::id)
            .thenComparing(Line::day)
            .thenComparing(line -> line.answered().task());

    private final Study study;
    private final Questionnaire questionnaire;
    private final Map<String, Subject> subjects;
    private final SealedFacts facts;
    private final long checkpoint;
    private final List<Item> items;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Column> columns = new ArrayList<>();

    QuestionnaireTable(
            Study study,
            Questionnaire questionnaire,
            Map<String, Subject> subjects,
            SealedFacts facts,
            long checkpoint) {
        this.study = study;
        this.questionnaire = questionnaire;
        this.subjects = subjects;
        this.facts = facts;
        this.checkpoint = checkpoint;
        this.items = questionnaire.items().stream()
                .filter(item -> !LEFT_OUT.contains(item.exportClass()))
                .toList();
        addColumns();
    }

    Table table() {
        return new Table(questionnaire.id(), questionnaire.title(), columns, this::rows);
    }

    private void addColumns() {
        columns.add(ParticipantTable.subjectColumn());
        columns.add(new Column("event", "text", new Text("Visit or diary block", "Bezoek of dagboekperiode"), ""));
        columns.add(new Column(
                "study_day",
                "integer",
                new Text("Study day (day 0 is randomisation)", "Studiedag (dag 0 is de loting)"),
                ""));
        columns.add(
                new Column("late", "boolean", new Text("Filled in after its window", "Ingevuld na de periode"), ""));
        if (study.schedule().events().stream().anyMatch(event -> event.form().equals(questionnaire.id()))) {
            add(new Column(
                    INSTANCE, "integer", new Text("Which occurrence of the event", "De hoeveelste gebeurtenis"), ""));
        }
        for (Item item : items) {
            add(new Column(item.code(), item.type(), item.question(), values(item)));
            if (!item.required() || item.askIf().isPresent() || item.type().equals("computed")) {
                add(new Column(
                        item.code() + REASON,
                        "choice",
                        new Text("Why there is no " + item.code(), "Waarom er geen " + item.code() + " is"),
                        "not-applicable = not asked | skipped = skipped by the person | unknown = not known"));
            }
        }
        for (Questionnaire.Score score : questionnaire.scores()) {
            add(new Column(score.code(), "number", score.label(), ""));
        }
    }

    private void add(Column column) {
        places.put(column.name(), columns.size());
        columns.add(column);
    }

    private static String values(Item item) {
        return item.options().stream()
                .map(option -> option.value() + " = " + option.label().en())
                .collect(Collectors.joining(" | "));
    }

    /** Subjects in the order of their ids, a few at a time, so that a release of any size needs the same memory. */
    private void rows(Consumer<String[]> row) {
        Map<String, Integer> counts = facts.counts(study.id(), questionnaire.id(), checkpoint);
        List<String> some = new ArrayList<>();
        int responses = 0;
        for (String id : subjects.keySet()) {
            int count = counts.getOrDefault(subject(id).code(), 0);
            if (responses + count > RESPONSES_AT_ONCE && !some.isEmpty()) {
                rows(some, row);
                some.clear();
                responses = 0;
            }
            if (count > 0) {
                some.add(id);
                responses += count;
            }
        }
        if (!some.isEmpty()) {
            rows(some, row);
        }
    }

    private void rows(List<String> ids, Consumer<String[]> row) {
        Map<String, String> idOf = new HashMap<>();
        ids.forEach(id -> idOf.put(subject(id).code(), id));
        facts.answered(study.id(), questionnaire.id(), checkpoint, List.copyOf(idOf.keySet())).stream()
                .map(answered -> new Line(idOf.getOrDefault(answered.participant(), ""), day(answered), answered))
                .sorted(ORDER)
                .forEach(line -> row.accept(cells(line)));
    }

    private Subject subject(String id) {
        return java.util.Objects.requireNonNull(subjects.get(id));
    }

    /** The diary day, or the day on which it was filled in where the study takes place. */
    private LocalDate day(Answered answered) {
        return Optional.ofNullable(answered.day())
                .orElseGet(() -> answered.filledIn().atZone(study.zone()).toLocalDate());
    }

    private String[] cells(Line line) {
        Answered answered = line.answered();
        String[] cells = new String[columns.size()];
        java.util.Arrays.fill(cells, "");
        cells[0] = line.id();
        cells[1] = answered.event();
        cells[2] = ParticipantTable.studyDay(subject(line.id()), Optional.of(line.day()));
        cells[LEADING - 1] = Boolean.toString(answered.late());
        study.schedule()
                .event(answered.event())
                .ifPresent(event -> put(
                        cells, INSTANCE, answered.task().substring(event.code().length() + 1)));
        fill(cells, answered.answers());
        fill(cells, answered.scores());
        return cells;
    }

    /** Puts each member of a stored document into its cell; reasons for missing values into the cells beside. */
    private void fill(String[] cells, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            String suffix = "";
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT -> suffix = AnswersJson.MISSING.equals(parser.currentName()) ? REASON : "";
                    case END_OBJECT -> suffix = "";
                    case START_ARRAY -> put(cells, parser.currentName(), list(parser));
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                        put(cells, parser.currentName() + suffix, parser.getText());
                    default -> {}
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String list(JsonParser parser) throws IOException {
        StringJoiner list = new StringJoiner(";");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(parser.getText());
        }
        return list.toString();
    }

    private void put(String[] cells, String column, String value) {
        Integer place = places.get(column);
        if (place != null) {
            cells[place] = value;
        }
    }
}
