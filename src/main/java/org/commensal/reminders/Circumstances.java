package org.commensal.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.mail.Reason;
import org.commensal.protocol.Reminders;

/**
 * All that decides whether a participant is reminded of something, but for the rule itself.
 *
 * @param since when the participant came as far as now: nobody is reminded of a moment before that
 * @param collects whether the study still takes answers in; while only recruitment is on hold it does
 * @param enrolled whether an address is kept
 * @param wanted whether the participant wants reminders
 * @param silence why nothing at all is sent: the participant stopped with follow-up, or this server sends no mail
 * @param done keys of the tasks that are done
 * @param aDay how many reminders were planned for each day and not withheld
 * @param total how many of all days
 */
record Circumstances(
        Instant since,
        boolean collects,
        boolean enrolled,
        boolean wanted,
        Optional<Reason> silence,
        Set<String> done,
        Map<LocalDate, Integer> aDay,
        int total) {

    Circumstances {
        done = Set.copyOf(done);
        aDay = Map.copyOf(aDay);
    }

    /**
     * What is decided of an occasion.
     *
     * @param reason why it is not sent; {@code NONE} where it is
     * @param at when it is sent at the earliest
     */
    record Judgement(Reason reason, Instant at) {

        boolean isSent() {
            return reason == Reason.NONE;
        }
    }

    /** Whether an occasion whose moment has come is sent; the first reason against it counts. */
    Judgement judge(Occasion occasion, Reminders reminders, ZoneId zone, Instant now) {
        ZonedDateTime at = reminders.notQuiet(now.atZone(zone).toLocalDateTime(), zone);
        Instant earliest = at.toInstant().isBefore(now) ? now : at.toInstant();
        Reason reason = personal(occasion)
                .or(() -> earliest.isBefore(occasion.until()) ? Optional.empty() : Optional.of(Reason.TOO_LATE))
                .or(() -> limit(occasion, reminders, zone))
                .or(() -> silence)
                .orElse(Reason.NONE);
        return new Judgement(reason, earliest);
    }

    /** The reason that lies in what the participant did or wants, or in the study. */
    private Optional<Reason> personal(Occasion occasion) {
        if (occasion.moment().isBefore(since)) {
            return Optional.of(Reason.BEFORE_START);
        }
        if (!collects) {
            return Optional.of(Reason.STUDY_ENDED);
        }
        if (occasion.isDone(done)) {
            return Optional.of(Reason.DONE);
        }
        if (!wanted) {
            return Optional.of(Reason.NOT_WANTED);
        }
        return enrolled ? Optional.empty() : Optional.of(Reason.NO_ADDRESS);
    }

    private Optional<Reason> limit(Occasion occasion, Reminders reminders, ZoneId zone) {
        if (total >= reminders.most()) {
            return Optional.of(Reason.TOTAL_LIMIT);
        }
        return aDay.getOrDefault(day(occasion, zone), 0) >= reminders.mostADay()
                ? Optional.of(Reason.DAILY_LIMIT)
                : Optional.empty();
    }

    /** The same after one more reminder. */
    Circumstances after(Occasion sent, ZoneId zone) {
        Map<LocalDate, Integer> counted = new HashMap<>(aDay);
        counted.merge(day(sent, zone), 1, Integer::sum);
        return new Circumstances(since, collects, enrolled, wanted, silence, done, counted, total + 1);
    }

    private static LocalDate day(Occasion occasion, ZoneId zone) {
        return LocalDate.ofInstant(occasion.moment(), zone);
    }
}
