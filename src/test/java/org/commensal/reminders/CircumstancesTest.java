package org.commensal.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.reminders.OccasionTest.ZONE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.mail.Reason;
import org.commensal.protocol.Reminders;
import org.commensal.protocol.Reminders.From;
import org.commensal.protocol.Reminders.QuietHours;
import org.commensal.reminders.Circumstances.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody enrolled on 1 November, reminded of the diary of the 2nd at 19:30, at most once a day and three times in all. */
class CircumstancesTest {

    private static final LocalDate ENROLLED = LocalDate.of(2026, 11, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Reminders REMINDERS = OccasionTest.reminders(
            Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))),
            OccasionTest.rule(From.OPENING, 0, LocalTime.of(19, 30), "B0"));
    private static final Occasion OCCASION =
            OccasionTest.occasions(REMINDERS, ENROLLED).get(1);

    private static final Circumstances WILLING =
            new Circumstances(at("2026-11-01T15:00"), true, true, true, Optional.empty(), Set.of(), Map.of(), 0);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Judgement judged(Circumstances circumstances, String now) {
        return circumstances.judge(OCCASION, REMINDERS, ZONE, at(now));
    }

    /** The first reason counts: whatever is said of the study and the participant before what is said of this server. */
    @Test
    void isWithheldForEachReason() {
        Instant since = WILLING.since();
        List<Map.Entry<Circumstances, Reason>> table = List.of(
                Map.entry(
                        new Circumstances(
                                at("2026-11-02T19:31"), true, true, true, Optional.empty(), Set.of(), Map.of(), 0),
                        Reason.BEFORE_START),
                Map.entry(
                        new Circumstances(since, false, true, true, Optional.empty(), Set.of(), Map.of(), 0),
                        Reason.STUDY_ENDED),
                Map.entry(
                        new Circumstances(
                                since,
                                true,
                                true,
                                true,
                                Optional.of(Reason.NOT_CONFIGURED),
                                Set.of("diary/2026-11-02"),
                                Map.of(),
                                0),
                        Reason.DONE),
                Map.entry(
                        new Circumstances(since, true, true, false, Optional.empty(), Set.of(), Map.of(), 0),
                        Reason.NOT_WANTED),
                Map.entry(
                        new Circumstances(since, true, false, true, Optional.empty(), Set.of(), Map.of(), 0),
                        Reason.NO_ADDRESS),
                Map.entry(
                        new Circumstances(since, true, true, true, Optional.empty(), Set.of(), Map.of(DAY, 1), 1),
                        Reason.DAILY_LIMIT),
                Map.entry(
                        new Circumstances(since, true, true, true, Optional.empty(), Set.of(), Map.of(), 3),
                        Reason.TOTAL_LIMIT),
                Map.entry(
                        new Circumstances(
                                since, true, true, true, Optional.of(Reason.DEMONSTRATION), Set.of(), Map.of(), 0),
                        Reason.DEMONSTRATION));

        table.forEach(row ->
                assertThat(judged(row.getKey(), "2026-11-02T19:30").reason()).isEqualTo(row.getValue()));
    }

    /** While only recruitment is on hold, who takes part goes on, and is reminded: the study collects. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T19:30, NONE,     2026-11-02T19:30",
        "2026-11-02T20:59, NONE,     2026-11-02T20:59",
        "2026-11-02T21:00, NONE,     2026-11-03T08:00",
        "2026-11-03T03:00, NONE,     2026-11-03T08:00",
        "2026-11-03T19:29, NONE,     2026-11-03T19:29",
        "2026-11-03T19:30, TOO_LATE, 2026-11-03T19:30",
        "2026-11-03T22:00, TOO_LATE, 2026-11-04T08:00",
    })
    void isSentAtOnceOrAfterTheQuietHoursAndNotADayLater(String now, Reason reason, String earliest) {
        assertThat(judged(WILLING, now)).isEqualTo(new Judgement(reason, at(earliest)));
    }

    @Test
    void oneThatIsSentCountsForThoseAfterIt() {
        Circumstances after = WILLING.after(OCCASION, ZONE);

        assertThat(judged(after, "2026-11-02T19:30").reason()).isEqualTo(Reason.DAILY_LIMIT);
        assertThat(after.total()).isEqualTo(1);
    }

    @Test
    void whatIsDoneInPartIsRemindedOf() {
        Reminders of =
                OccasionTest.reminders(Optional.empty(), OccasionTest.rule(From.OPENING, 0, LocalTime.NOON, "V1"));
        Occasion visit = OccasionTest.occasions(of, ENROLLED).get(0);

        assertThat(visit.isDone(Set.of("V1/phq-9"))).isFalse();
        assertThat(visit.isDone(Set.of("V1/phq-9", "V1/gad-7"))).isTrue();
    }
}
