package org.commensal.protocol;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.kernel.Text;

/**
 * What is to be filled in when: visits with windows, and blocks of daily diary.
 *
 * <p>Days count from an anchor, which is day 0: enrolment for the run-in, randomisation for what follows. Forms of events
 * have no day: they are filled in when something happens, and none of them is planned.
 */
public record Schedule(List<Visit> visits, List<DiaryBlock> blocks, List<EventForm> events) {

    private static final int HOURS_A_DAY = 24;

    /** From which fact days are counted. */
    public enum Anchor {
        SCREENING,
        ENROLMENT,
        RANDOMISATION
    }

    /** Who fills a form in. */
    public enum FilledBy {
        PARTICIPANT,
        STAFF
    }

    /**
     * @param code such as {@code V1}
     * @param from first day of the window, counted from the anchor
     * @param to last day of the window, included
     */
    public record Visit(String code, Text name, Anchor anchor, int day, int from, int to, List<VisitForm> forms) {}

    public record VisitForm(String form, FilledBy by) {}

    /**
     * A run of days with one diary entry each.
     *
     * @param firstDay and {@code lastDay} from the anchor, both included
     * @param lockAfterHours after the end of the diary day, when the participant can no longer fill it in
     */
    public record DiaryBlock(
            String code, Text name, String form, Anchor anchor, int firstDay, int lastDay, int lockAfterHours) {

        /** How many days after the day that an entry is about it can still be filled in. */
        public int daysUntilLock() {
            return (lockAfterHours + HOURS_A_DAY - 1) / HOURS_A_DAY;
        }
    }

    /**
     * A form that is filled in when something happens, such as an adverse event.
     *
     * @param code such as {@code AE}
     * @param when what has to happen
     * @param repeating whether it can be filled in more than once
     */
    public record EventForm(String code, Text name, String form, FilledBy by, Optional<Text> when, boolean repeating) {

        /** An occurrence that is reported now: its key is the code alone, and the server numbers it. */
        public Task another(LocalDate from) {
            return task("", from);
        }

        /** An occurrence by its number, 1 for the first: {@code AE/1}. */
        public Task occurrence(int number, LocalDate from) {
            return task("/" + number, from);
        }

        /** An occurrence on its way, by the id that its response will have. */
        public Task report(UUID response, LocalDate from) {
            return task("/" + response, from);
        }

        private Task task(String occurrence, LocalDate from) {
            return new Task(code + occurrence, form, code, by, from, LocalDate.MAX, Optional.empty());
        }
    }

    /**
     * One form that one participant fills in once.
     *
     * @param key unique for the participant: {@code V1/phq-9}, {@code diary/2026-11-23} or {@code AE/2}
     * @param event the visit, block or event it belongs to
     * @param opens first day on which it may be filled in
     * @param due last day of its window; {@link LocalDate#MAX} for an event, which has none
     * @param day the day it is about, where it is a diary entry
     */
    public record Task(
            String key,
            String form,
            String event,
            FilledBy by,
            LocalDate opens,
            LocalDate due,
            Optional<LocalDate> day) {}

    public Schedule {
        visits = List.copyOf(visits);
        blocks = List.copyOf(blocks);
        events = List.copyOf(events);
    }

    /** A schedule in which every form has its day. */
    public Schedule(List<Visit> visits, List<DiaryBlock> blocks) {
        this(visits, blocks, List.of());
    }

    /**
     * Every task whose anchor is known, in the order in which they open; done or not, past or to come.
     *
     * <p>A visit gives one task for each of its forms, open from the first to the last day of its window. A diary block
     * gives one task a day, which opens on that day; it is due on the last day before the lock falls, so that a lock 48
     * hours after the end of the day makes it due two days later. One calendar day has one entry of a form: where two
     * blocks share a day, it belongs to the block listed later, as the day of randomisation belongs to what follows.
     */
    public List<Task> tasks(Map<Anchor, LocalDate> anchors) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Visit visit : visits) {
            Optional.ofNullable(anchors.get(visit.anchor()))
                    .ifPresent(day0 -> visit.forms().forEach(form -> put(tasks, task(visit, form, day0))));
        }
        for (DiaryBlock block : blocks) {
            Optional.ofNullable(anchors.get(block.anchor()))
                    .ifPresent(day0 -> IntStream.rangeClosed(block.firstDay(), block.lastDay())
                            .forEach(day -> put(tasks, task(block, day0.plusDays(day)))));
        }
        return tasks.values().stream()
                .sorted(Comparator.comparing(Task::opens).thenComparing(Task::due))
                .toList();
    }

    /**
     * The last day on which anything may be filled in.
     *
     * @param unknown the day to count from where an anchor has none yet; the answer where nothing is planned
     */
    public LocalDate lastDay(Map<Anchor, LocalDate> anchors, LocalDate unknown) {
        Map<Anchor, LocalDate> all = new EnumMap<>(Anchor.class);
        Stream.of(Anchor.values()).forEach(anchor -> all.put(anchor, anchors.getOrDefault(anchor, unknown)));
        return tasks(all).stream().map(Task::due).max(Comparator.naturalOrder()).orElse(unknown);
    }

    private static void put(Map<String, Task> tasks, Task task) {
        tasks.put(task.key(), task);
    }

    private static Task task(Visit visit, VisitForm form, LocalDate day0) {
        return new Task(
                visit.code() + "/" + form.form(),
                form.form(),
                visit.code(),
                form.by(),
                day0.plusDays(visit.from()),
                day0.plusDays(visit.to()),
                Optional.empty());
    }

    private static Task task(DiaryBlock block, LocalDate day) {
        return new Task(
                block.form() + "/" + day,
                block.form(),
                block.code(),
                FilledBy.PARTICIPANT,
                day,
                day.plusDays(block.daysUntilLock()),
                Optional.of(day));
    }

    /** The event of this code. */
    public Optional<EventForm> event(String code) {
        return events.stream().filter(event -> event.code().equals(code)).findFirst();
    }

    /** Every form that is filled in at some time, once for each place. */
    Stream<String> forms() {
        return Stream.of(
                        visits.stream().flatMap(visit -> visit.forms().stream()).map(VisitForm::form),
                        blocks.stream().map(DiaryBlock::form),
                        events.stream().map(EventForm::form))
                .flatMap(each -> each);
    }
}
