package org.commensal.export.redcap;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commensal.export.redcap.Chosen.Part;
import org.commensal.export.redcap.Project.Event;

/**
 * The rows of a project as one sheet: by record, then by event; first the row of what is there once, then one for each
 * repeated form. A row has cells for its own instruments alone.
 *
 * <p>Some subjects are read at a time, so that a release of any size needs the same memory.
 */
final class Records {

    /** As many as REDCapR asks for at a time. */
    private static final int SUBJECTS_AT_ONCE = 100;

    private static final String FILLED_IN = "2";

    /**
     * Which row of the sheet it is.
     *
     * @param instrument negative for the row of what is there once
     */
    private record Place(String record, int event, int instrument, int instance) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::record)
                .thenComparing(Place::event)
                .thenComparing(Place::instrument)
                .thenComparing(Place::instance);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Project project;
    private final Wanted wanted;
    private final Chosen chosen;

    Records(Project project, Wanted wanted) {
        this.project = project;
        this.wanted = wanted;
        this.chosen = Chosen.of(project, wanted);
    }

    void write(OutputStream out) {
        List<String> keys = chosen.keys(chosen.names());
        List<String> columns = new ArrayList<>(wanted.isEav() ? keys : chosen.names());
        if (wanted.isEav()) {
            columns.set(Chosen.RECORD, "record");
            columns.addAll(List.of("field_name", "value"));
        }
        boolean labelled = wanted.headings() && !wanted.isEav();
        Sheet sheet = Sheet.on(out, wanted.format(), columns, labelled ? chosen.headings() : columns);
        List<String> subjects = subjects();
        for (int i = 0; i < subjects.size(); i += SUBJECTS_AT_ONCE) {
            Set<String> some = new HashSet<>(subjects.subList(i, Math.min(i + SUBJECTS_AT_ONCE, subjects.size())));
            rows(some).values().forEach(row -> add(sheet, row));
        }
        sheet.end();
    }

    /** Those that were asked for, in the order of the release; all of them where none was named. */
    private List<String> subjects() {
        List<Instrument> participants = project.instruments().stream()
                .filter(Instrument::isParticipants)
                .toList();
        if (participants.isEmpty() && !wanted.records().isEmpty()) {
            return List.copyOf(new TreeSet<>(wanted.records()));
        }
        Set<String> subjects = new TreeSet<>();
        (participants.isEmpty() ? project.instruments() : participants)
                .forEach(table -> table.table().rows().each(cells -> subjects.add(cells[0])));
        subjects.removeIf(subject -> !wanted.asksFor("records", subject));
        return List.copyOf(subjects);
    }

    private Map<Place, String[]> rows(Set<String> subjects) {
        Map<Place, String[]> rows = new TreeMap<>();
        Map<Place, Integer> seen = new HashMap<>();
        for (Part part : chosen.parts()) {
            part.instrument().table().rows().of(subjects, cells -> {
                Place place = place(part, cells, seen);
                if (wanted.asksFor("events", project.events().get(place.event()).name())) {
                    fill(part, cells, rows.computeIfAbsent(place, this::blank));
                }
            });
        }
        return rows;
    }

    /** A second one of what is there once has a row of its own as well, so that nothing is lost. */
    private Place place(Part part, String[] cells, Map<Place, Integer> seen) {
        int event = project.event(part.instrument(), cells);
        int count = seen.merge(new Place(cells[0], event, part.number(), 0), 1, Integer::sum);
        if (!project.events().get(event).repeats(part.instrument())) {
            return new Place(cells[0], event, -1, count);
        }
        int column = part.instrument().instance();
        boolean isNumbered = column >= 0 && cells[column].matches("[1-9][0-9]{0,8}");
        return new Place(cells[0], event, part.number(), isNumbered ? Integer.parseInt(cells[column]) : count);
    }

    private String[] blank(Place place) {
        String[] row = new String[chosen.names().size()];
        Arrays.fill(row, "");
        Event event = project.events().get(place.event());
        row[Chosen.RECORD] = place.record();
        row[Chosen.EVENT] = wanted.eventLabels() ? event.label() : event.name();
        if (place.instrument() >= 0) {
            Instrument instrument = project.instruments().get(place.instrument());
            row[Chosen.REPEAT_INSTRUMENT] = wanted.labels() ? instrument.label() : instrument.name();
            row[Chosen.REPEAT_INSTANCE] = Integer.toString(place.instance());
        } else if (!wanted.blankForGray()) {
            chosen.parts().stream()
                    .filter(part -> part.complete() >= 0 && event.expectsOnce(part.instrument()))
                    .forEach(part -> row[part.complete()] = wanted.labels() ? "Incomplete" : "0");
        }
        return row;
    }

    private void fill(Part part, String[] cells, String[] row) {
        for (int i = 0; i < part.fields().size(); i++) {
            part.fields().get(i).put(cells, row, part.from().get(i), wanted);
        }
        if (part.complete() >= 0) {
            row[part.complete()] = wanted.labels() ? "Complete" : FILLED_IN;
        }
    }

    private void add(Sheet sheet, String[] row) {
        if (!wanted.isEav()) {
            sheet.row(List.of(row));
            return;
        }
        List<String> keys = chosen.keys(List.of(row));
        value(sheet, keys, Project.RECORD, row[Chosen.RECORD]);
        for (Part part : chosen.parts()) {
            for (int i = 0; i < part.fields().size(); i++) {
                Field field = part.fields().get(i);
                field.values(row, part.from().get(i), wanted).forEach(cell -> value(sheet, keys, field.name(), cell));
            }
            if (part.complete() >= 0) {
                value(sheet, keys, part.instrument().complete(), row[part.complete()]);
            }
        }
    }

    private static void value(Sheet sheet, List<String> keys, String field, String cell) {
        if (!cell.isEmpty()) {
            List<String> line = new ArrayList<>(keys);
            line.add(field);
            line.add(cell);
            sheet.row(line);
        }
    }
}
