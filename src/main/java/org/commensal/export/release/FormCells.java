package org.commensal.export.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.questionnaires.AnswersJson;

/** The cells of one response: each answer, reason and score in its column; what has no column is left out. */
final class FormCells {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * A response with what orders it.
     *
     * @param id of its subject
     * @param day the diary day, or the day on which it was filled in where the study takes place
     */
    record Line(String id, Subject subject, LocalDate day, Answered answered) {

        static final Comparator<Line> ORDER = Comparator.comparing(Line::id)
                .thenComparing(Line::day)
                .thenComparing(line -> line.answered().task());

        static Line of(String id, Subject subject, Answered answered, ZoneId zone) {
            LocalDate day = Optional.ofNullable(answered.day())
                    .orElseGet(() -> answered.filledIn().atZone(zone).toLocalDate());
            return new Line(id, subject, day, answered);
        }

        /** Which occurrence of its event it is about; empty of a visit or block. */
        String instance() {
            return answered.task().startsWith(answered.event() + "/")
                    ? answered.task().substring(answered.event().length() + 1)
                    : "";
        }
    }

    private final AmendedForm form;
    private final FormColumns columns;

    FormCells(AmendedForm form, FormColumns columns) {
        this.form = form;
        this.columns = columns;
    }

    String[] of(Line line) {
        Answered answered = line.answered();
        String[] cells = columns.cells();
        cells[0] = line.id();
        cells[1] = answered.event();
        cells[2] = ParticipantTable.studyDay(line.subject(), Optional.of(line.day()));
        columns.put(cells, FormColumns.LATE, Boolean.toString(answered.late()));
        columns.put(cells, FormColumns.VERSION, answered.version());
        if (form.isOfEvent()) {
            columns.put(cells, FormColumns.INSTANCE, line.instance());
        }
        Set<String> said = new HashSet<>();
        fill(cells, answered.answers(), said);
        fill(cells, answered.scores(), said);
        columns.explain(cells, answered.version(), said);
        for (int place : columns.days()) {
            Optional<LocalDate> day =
                    Optional.of(cells[place]).filter(cell -> !cell.isEmpty()).map(LocalDate::parse);
            cells[place] = ParticipantTable.studyDay(line.subject(), day);
        }
        return cells;
    }

    /** Puts each member of a stored document into its cell; reasons for missing values into the cells beside. */
    private void fill(String[] cells, String json, Set<String> said) {
        try (JsonParser parser = JSON.createParser(json)) {
            String within = "";
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT -> within = parser.currentName() == null ? "" : parser.currentName();
                    case END_OBJECT -> within = "";
                    case START_ARRAY -> several(cells, parser, said);
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
                        said.add(
                                within.isEmpty() || within.equals(AnswersJson.MISSING) ? parser.currentName() : within);
                        columns.put(cells, column(within, parser.currentName()), parser.getText());
                    }
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

    private void several(String[] cells, JsonParser parser, Set<String> said) throws IOException {
        String name = parser.currentName();
        List<String> several = list(parser);
        if (name.equals(AnswersJson.CONFIRMED)) {
            several.forEach(code -> columns.put(cells, code + FormColumns.CONFIRMED, "true"));
        } else {
            said.add(name);
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
