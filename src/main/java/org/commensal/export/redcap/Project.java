package org.commensal.export.redcap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.export.format.Dataset;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/**
 * A release as a REDCap project: longitudinal, with one arm for everybody, and with repeating instruments where a form can
 * be filled in more than once on an event. A table that is no form of the schedule repeats on the event of the participant.
 *
 * <p>A field has the name of its column. It has the name of its table before it where two tables have such a column, and
 * always where the column is not an answer, so that a name is the same in every release of a study.
 *
 * @param id a number that tells projects apart
 * @param instruments the tables with subjects, in their order
 * @param events the one of what is known of a participant at no visit, then those of the protocol
 */
record Project(int id, Dataset release, List<Instrument> instruments, List<Event> events) {

    static final String RECORD = "subject";
    static final String EVENT = "redcap_event_name";
    static final String REPEAT_INSTRUMENT = "redcap_repeat_instrument";
    static final String REPEAT_INSTANCE = "redcap_repeat_instance";
    static final int ARM = 1;

    private static final String OF_EVENT = "event";
    private static final String INSTANCE = "instance";

    /** Columns that say how an answer came, and that every form has. */
    private static final Set<String> OF_EVERY_FORM =
            Set.of(OF_EVENT, "study_day", "late", "protocol_version", INSTANCE);

    /**
     * @param name as REDCap has it, such as {@code v1_arm_1}
     * @param placed the instruments that can be filled in on it
     */
    record Event(String name, Occasion occasion, List<Instrument> placed) {

        /** Whether this instrument can be there more than once; what has no visit is once for each participant alone. */
        boolean repeats(Instrument instrument) {
            return instrument.event() < 0 ? !instrument.isOnce() : occasion.repeats();
        }

        /** Whether this instrument is to be filled in on it, and no more than once. */
        boolean expectsOnce(Instrument instrument) {
            return !repeats(instrument)
                    && placed.stream().anyMatch(each -> each.name().equals(instrument.name()));
        }

        String label() {
            return occasion.label().en();
        }

        List<Instrument> repeating() {
            return placed.stream().filter(this::repeats).toList();
        }
    }

    /** @param occasions of every version of the protocol, in its order, each code once */
    static Project of(int id, Dataset release, List<Occasion> occasions) {
        List<Table> tables = release.tables().stream()
                .filter(table -> table.columns().get(0).name().equals(RECORD))
                .toList();
        Set<String> forms = occasions.stream()
                .flatMap(occasion -> occasion.forms().stream())
                .collect(Collectors.toSet());
        List<Instrument> instruments = instruments(tables, forms);
        Names names = new Names(Set.of());
        List<Event> events = Stream.concat(Stream.of(atNoVisit(instruments)), occasions.stream())
                .map(occasion -> new Event(
                        names.give(occasion.code().isEmpty() ? "participant" : occasion.code()) + "_arm_" + ARM,
                        occasion,
                        instruments.stream()
                                .filter(each ->
                                        occasion.forms().contains(each.table().name()))
                                .toList()))
                .filter(event -> !event.placed().isEmpty())
                .toList();
        return new Project(id, release, instruments, events);
    }

    private static Occasion atNoVisit(List<Instrument> instruments) {
        List<String> tables = instruments.stream()
                .filter(instrument -> instrument.event() < 0)
                .map(instrument -> instrument.table().name())
                .toList();
        return new Occasion("", new Text("Participant", "Deelnemer"), false, tables);
    }

    /** @param scheduled the tables that are forms of the schedule, whose event is that of the project */
    private static List<Instrument> instruments(List<Table> tables, Set<String> scheduled) {
        Names names = new Names(Set.of());
        List<String> called =
                tables.stream().map(table -> names.give(table.name())).toList();
        Set<String> reserved = new HashSet<>(Set.of(RECORD, EVENT, REPEAT_INSTRUMENT, REPEAT_INSTANCE));
        called.forEach(form -> reserved.add(form + "_complete"));
        Names fields = new Names(reserved);
        Set<String> shared = shared(tables);
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            int event = scheduled.contains(table.name()) ? place(table, OF_EVENT) : -1;
            instruments.add(instrument(called.get(i), table, event, shared, fields));
        }
        return List.copyOf(instruments);
    }

    private static Instrument instrument(String form, Table table, int event, Set<String> shared, Names names) {
        List<Field> fields = new ArrayList<>();
        for (int place = 1; place < table.columns().size(); place++) {
            Column column = table.columns().get(place);
            if (place != event) {
                String plain = Names.plain(column.name());
                String name = names.give(shared.contains(plain) ? form + "_" + plain : plain);
                int reason = column.reason().map(why -> place(table, why)).orElse(-1);
                fields.add(Field.of(name, column, place, reason));
            }
        }
        return new Instrument(form, table, event, place(table, INSTANCE), List.copyOf(fields));
    }

    /** The names that several tables have, or may have in another release. */
    private static Set<String> shared(List<Table> tables) {
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>(OF_EVERY_FORM);
        tables.stream()
                .flatMap(table -> table.columns().stream().skip(1))
                .map(column -> Names.plain(column.name()))
                .filter(name -> !seen.add(name))
                .forEach(shared::add);
        return shared;
    }

    private static int place(Table table, String column) {
        return table.columns().stream().map(Column::name).toList().indexOf(column);
    }

    /** The study, and which of its releases. */
    String title() {
        return release.title().en() + ": " + release.name();
    }

    boolean hasRepeats() {
        return events.stream().anyMatch(event -> !event.repeating().isEmpty());
    }

    /** The place among the events of that of a row. */
    int event(Instrument instrument, String[] cells) {
        String code = instrument.event() < 0 ? "" : cells[instrument.event()];
        for (int place = 0; place < events.size(); place++) {
            if (events.get(place).occasion().code().equals(code)) {
                return place;
            }
        }
        throw new IllegalStateException("the protocol has no event " + code);
    }
}
