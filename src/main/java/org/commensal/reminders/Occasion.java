package org.commensal.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.protocol.Reminders;
import org.commensal.protocol.Reminders.Rule;
import org.commensal.protocol.Schedule;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;

/**
 * One reminder of one participant as rule and schedule make it: of all that is filled in at a visit, or about a diary day.
 *
 * @param what code of the visit, or the diary day
 * @param tasks that are reminded of, all at once; never none
 * @param moment outside the quiet hours
 * @param until not included; from then on the reminder would be of no use
 */
public record Occasion(Rule rule, String what, List<Task> tasks, Instant moment, Instant until) {

    /** A reminder that comes later than this after its moment would be of another day. */
    static final Duration USEFUL = Duration.ofDays(1);

    /** Diaries of one day may be locked so many days apart, and are reminded of at once. */
    private static final int LONGEST_WINDOW = 12;

    public Occasion {
        tasks = List.copyOf(tasks);
    }

    /** By which an occasion is known within its participant: {@code EVENING/2026-11-23}. */
    public String about() {
        return rule.code() + "/" + what;
    }

    /** The last day on which something of it can be filled in. */
    LocalDate lastDay() {
        return tasks.stream().map(Task::due).max(Comparator.naturalOrder()).orElseThrow();
    }

    boolean isDone(Set<String> done) {
        return tasks.stream().map(Task::key).allMatch(done::contains);
    }

    /** Every occasion of a participant whose days count from these anchors, past or to come, in the order of their moments. */
    static List<Occasion> all(Reminders reminders, Schedule schedule, Map<Anchor, LocalDate> anchors, ZoneId zone) {
        return of(reminders, schedule, anchors, zone, (rule, task) -> true);
    }

    /** Those of {@link #all} whose moments are about now, for a server that asks again and again. */
    static List<Occasion> about(
            Instant now, Reminders reminders, Schedule schedule, Map<Anchor, LocalDate> anchors, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return of(
                reminders,
                schedule,
                anchors,
                zone,
                (rule, task) ->
                        Math.abs(ChronoUnit.DAYS.between(rule.moment(task).toLocalDate(), today)) <= LONGEST_WINDOW);
    }

    private static List<Occasion> of(
            Reminders reminders,
            Schedule schedule,
            Map<Anchor, LocalDate> anchors,
            ZoneId zone,
            BiPredicate<Rule, Task> wanted) {
        List<Task> tasks = schedule.tasks(anchors).stream()
                .filter(task -> task.by() == FilledBy.PARTICIPANT)
                .toList();
        return reminders.rules().stream()
                .flatMap(rule -> of(
                        reminders,
                        rule,
                        tasks.stream().filter(task -> wanted.test(rule, task)).toList(),
                        zone))
                .sorted(Comparator.comparing(Occasion::moment).thenComparing(Occasion::about))
                .toList();
    }

    private static Stream<Occasion> of(Reminders reminders, Rule rule, List<Task> tasks, ZoneId zone) {
        return tasks.stream()
                .filter(task -> rule.events().contains(task.event()))
                .collect(Collectors.groupingBy(Occasion::what, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> of(reminders, rule, group.getKey(), group.getValue(), zone));
    }

    private static String what(Task task) {
        return task.day().map(LocalDate::toString).orElse(task.event());
    }

    private static Occasion of(Reminders reminders, Rule rule, String what, List<Task> tasks, ZoneId zone) {
        Instant moment = tasks.stream()
                .map(rule::moment)
                .min(Comparator.naturalOrder())
                .map(local -> reminders.notQuiet(local, zone).toInstant())
                .orElseThrow();
        Instant closes = tasks.stream()
                .map(task -> task.due().plusDays(1).atStartOfDay(zone).toInstant())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant stale = moment.plus(USEFUL);
        return new Occasion(rule, what, tasks, moment, closes.isBefore(stale) ? closes : stale);
    }
}
