package org.commensal.protocol;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Task;

/**
 * When participants are reminded by e-mail of what they fill in, and in which words.
 *
 * <p>Times are those of the clocks in the study's zone. A time that a clock skips in spring is the same while later; one
 * that it shows twice in autumn is the first of both. Every arm is reminded alike, in the same words.
 *
 * @param name what the study is called in mails and calendars, which tells neither an illness nor an arm
 * @param mostADay messages that a participant gets on one day at most
 * @param most messages that a participant gets in the whole study at most
 */
public record Reminders(Text name, Optional<QuietHours> quiet, int mostADay, int most, List<Rule> rules) {

    public Reminders {
        rules = List.copyOf(rules);
    }

    /** Which day of a task a rule counts from. */
    public enum From {
        OPENING,
        DUE
    }

    /**
     * One reminder of each visit or diary day that it is for.
     *
     * @param events codes of visits and diary blocks
     * @param days after the first day on which it can be filled in, or before the last one
     * @param at the time of that day
     * @param subject and {@code body}: with {@link #PLACES} for what is filled in at sending
     */
    public record Rule(String code, List<String> events, From from, int days, LocalTime at, Text subject, Text body) {

        public Rule {
            events = List.copyOf(events);
        }

        /** The moment of the reminder of this task. */
        public LocalDateTime moment(Task task) {
            LocalDate day = from == From.OPENING
                    ? task.opens().plusDays(days)
                    : task.due().minusDays(days);
            return day.atTime(at);
        }
    }

    /** What a subject or a body may hold: the name of the study, the address of the page of today, the last day. */
    static final List<String> PLACES = List.of("{study}", "{link}", "{until}");

    /**
     * Hours in which nobody is mailed.
     *
     * @param from included; {@code to}: not included, and earlier than {@code from} where midnight lies between
     */
    public record QuietHours(LocalTime from, LocalTime to) {

        public boolean contains(LocalTime time) {
            boolean afterFrom = !time.isBefore(from);
            boolean beforeTo = time.isBefore(to);
            return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
        }

        /** This moment, or the end of the quiet hours that it lies in. */
        public ZonedDateTime after(ZonedDateTime moment) {
            if (!contains(moment.toLocalTime())) {
                return moment;
            }
            LocalDate day = moment.toLocalDate();
            boolean beforeMidnight = to.isBefore(from) && !moment.toLocalTime().isBefore(from);
            return (beforeMidnight ? day.plusDays(1) : day).atTime(to).atZone(moment.getZone());
        }
    }

    /** The first moment from this one on at which somebody may be mailed. */
    public ZonedDateTime notQuiet(LocalDateTime moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        return quiet.map(hours -> hours.after(there)).orElse(there);
    }
}
