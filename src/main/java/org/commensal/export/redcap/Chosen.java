package org.commensal.export.redcap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns of a project are wanted, and where each begins in a row. The number of the record is always one, and so is
 * the event.
 *
 * @param parts the instruments that are read for it
 */
record Chosen(List<String> names, List<String> headings, List<Part> parts) {

    /**
     * What is wanted of an instrument.
     *
     * @param from where each of the fields begins
     * @param complete where it says whether it was filled in; negative where that is not wanted
     */
    record Part(Instrument instrument, int number, List<Field> fields, List<Integer> from, int complete) {}

    /** Where the keys of a row are; those of repeats are there where anything repeats. */
    static final int RECORD = 0;

    static final int EVENT = 1;
    static final int REPEAT_INSTRUMENT = 2;
    static final int REPEAT_INSTANCE = 3;

    /** @throws org.commensal.kernel.Refusal {@code INVALID} where a field, form or event is named that there is not */
    static Chosen of(Project project, Wanted wanted) {
        check(project, wanted);
        Chosen chosen = new Chosen(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        chosen.keys(project);
        for (int number = 0; number < project.instruments().size(); number++) {
            chosen.add(project.instruments().get(number), number, wanted);
        }
        chosen.leaveOut(wanted);
        return chosen;
    }

    private static void check(Project project, Wanted wanted) {
        Set<String> fields = new HashSet<>(
                Set.of(Project.RECORD, Project.EVENT, Project.REPEAT_INSTRUMENT, Project.REPEAT_INSTANCE));
        Set<String> forms = new HashSet<>();
        for (Instrument instrument : project.instruments()) {
            forms.add(instrument.name());
            fields.add(instrument.complete());
            instrument.fields().forEach(field -> fields.add(field.name()));
        }
        wanted.names("fields", fields);
        wanted.names("forms", forms);
        wanted.names(
                "events", project.events().stream().map(Project.Event::name).collect(Collectors.toSet()));
    }

    private void keys(Project project) {
        String record = project.instruments().stream()
                .map(first -> first.table().columns().get(0).label().en())
                .findFirst()
                .orElse(Project.RECORD);
        add(List.of(Project.RECORD, Project.EVENT), List.of(record, "Event Name"));
        if (project.hasRepeats()) {
            add(
                    List.of(Project.REPEAT_INSTRUMENT, Project.REPEAT_INSTANCE),
                    List.of("Repeat Instrument", "Repeat Instance"));
        }
    }

    private void add(Instrument instrument, int number, Wanted wanted) {
        boolean everything = wanted.list("fields").isEmpty() && wanted.asksFor("forms", instrument.name())
                || wanted.list("forms").contains(instrument.name());
        List<Field> fields = new ArrayList<>();
        List<Integer> from = new ArrayList<>();
        for (Field field : instrument.fields()) {
            if (everything || wanted.list("fields").contains(field.name())) {
                fields.add(field);
                from.add(names.size());
                add(field.exported(), field.headings());
            }
        }
        int complete = -1;
        if (everything || wanted.list("fields").contains(instrument.complete())) {
            complete = names.size();
            add(List.of(instrument.complete()), List.of("Complete?"));
        }
        parts.add(new Part(instrument, number, fields, from, complete));
    }

    private void add(List<String> more, List<String> above) {
        names.addAll(more);
        headings.addAll(above);
    }

    /**
     * Reads no instrument of which nothing is wanted. Where nothing but the number of the record is, the participants are
     * enough, unless it matters who was at an event.
     */
    private void leaveOut(Wanted wanted) {
        boolean onlyRecords = parts.stream().noneMatch(Chosen::hasColumns);
        boolean participants = parts.stream().anyMatch(part -> part.instrument().isParticipants());
        if (!onlyRecords) {
            parts.removeIf(part -> !hasColumns(part));
        } else if (participants && wanted.list("events").isEmpty()) {
            parts.removeIf(part -> !part.instrument().isParticipants());
        }
    }

    private static boolean hasColumns(Part part) {
        return !part.fields().isEmpty() || part.complete() >= 0;
    }

    boolean hasRepeats() {
        return names.size() > REPEAT_INSTRUMENT && names.get(REPEAT_INSTRUMENT).equals(Project.REPEAT_INSTRUMENT);
    }

    /** The columns before the fields. */
    List<String> keys(List<String> row) {
        return row.subList(0, hasRepeats() ? REPEAT_INSTANCE + 1 : EVENT + 1);
    }
}
