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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.export.release.FormColumns.Explained;
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

    /** What is stored where there is no score, as the databases write it. */
    private static final Set<String> NOTHING = Set.of("{\"_missing\": {}}", "{\"_missing\":{}}");

    /**
     * Where a member goes.
     *
     * @param name of the member
     * @param place of its cell; negative where it has no column
     * @param said its place among what is explained; negative where it is not
     */
    private record Member(String name, int place, int said) {}

    private final AmendedForm form;
    private final FormColumns columns;
    private final int late;
    private final int version;
    private final int instance;
    private final Map<String, Integer> explained = new HashMap<>();
    /** The members of the documents, by where they were in the last one: mostly they are there in the next one as well. */
    private final List<Member> members = new ArrayList<>();

    FormCells(AmendedForm form, FormColumns columns) {
        this.form = form;
        this.columns = columns;
        this.late = columns.place(FormColumns.LATE);
        this.version = columns.place(FormColumns.VERSION);
        this.instance = columns.place(FormColumns.INSTANCE);
        columns.explained().forEach(one -> explained.put(one.code(), explained.size()));
    }

    String[] of(Line line) {
        Answered answered = line.answered();
        String[] cells = columns.cells();
        cells[0] = line.id();
        cells[1] = answered.event();
        cells[2] = ParticipantTable.studyDay(line.subject(), Optional.of(line.day()));
        put(cells, late, Boolean.toString(answered.late()));
        put(cells, version, answered.version());
        if (form.isOfEvent()) {
            put(cells, instance, line.instance());
        }
        boolean[] said = new boolean[explained.size()];
        fill(cells, answered.answers(), said);
        fill(cells, answered.scores(), said);
        explain(cells, answered.version(), said);
        for (int place : columns.days()) {
            Optional<LocalDate> day =
                    Optional.of(cells[place]).filter(cell -> !cell.isEmpty()).map(LocalDate::parse);
            cells[place] = ParticipantTable.studyDay(line.subject(), day);
        }
        return cells;
    }

    private void explain(String[] cells, String answeredOn, boolean[] said) {
        for (int i = 0; i < said.length; i++) {
            if (!said[i]) {
                Explained one = columns.explained().get(i);
                cells[one.place()] = one.why(answeredOn);
            }
        }
    }

    /** Puts each member of a stored document into its cell; reasons for missing values into the cells beside. */
    private void fill(String[] cells, String json, boolean[] said) {
        if (NOTHING.contains(json)) {
            return;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            String within = "";
            int number = 0;
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case START_OBJECT -> within = parser.currentName() == null ? "" : parser.currentName();
                    case END_OBJECT -> within = "";
                    case START_ARRAY -> several(cells, parser, said);
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
                        String name = parser.currentName();
                        Member member = within.isEmpty() ? member(number++, name) : within(within, name);
                        put(cells, member, parser.getText(), said);
                    }
                    default -> {}
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void put(String[] cells, Member member, String value, boolean[] said) {
        if (member.said() >= 0) {
            said[member.said()] = true;
        }
        put(cells, member.place(), value);
    }

    /** What has no column is left out. */
    private static void put(String[] cells, int place, String value) {
        if (place >= 0) {
            cells[place] = value;
        }
    }

    private Member member(int number, String name) {
        if (number < members.size() && members.get(number).name().equals(name)) {
            return members.get(number);
        }
        Member member = member(name, name, name);
        if (number < members.size()) {
            members.set(number, member);
        } else {
            members.add(member);
        }
        return member;
    }

    /** The reason beside an item, or a part of an answer. */
    private Member within(String within, String name) {
        return within.equals(AnswersJson.MISSING)
                ? member(name, name + FormColumns.REASON, name)
                : member(name, within + "_" + name, within);
    }

    private Member member(String name, String column, String about) {
        return new Member(name, columns.place(column), explained.getOrDefault(about, -1));
    }

    private void several(String[] cells, JsonParser parser, boolean[] said) throws IOException {
        String name = parser.currentName();
        List<String> several = list(parser);
        if (name.equals(AnswersJson.CONFIRMED)) {
            several.forEach(code -> put(cells, columns.place(code + FormColumns.CONFIRMED), "true"));
        } else {
            put(cells, member(name, name, name), String.join(";", several), said);
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
