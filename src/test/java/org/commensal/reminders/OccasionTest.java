package org.commensal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.commensal.protocol.Reminders;
import org.commensal.protocol.Reminders.From;
import org.commensal.protocol.Reminders.QuietHours;
import org.commensal.protocol.Reminders.Rule;
import org.commensal.protocol.Schedule;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rule and schedule make of one participant: one reminder a visit and one a diary day, at their moments. */
class OccasionTest {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final Text NAME = new Text("Study", "Studie");
    private static final Schedule SCHEDULE = new Schedule(
            List.of(new Visit(
                    "V1",
                    NAME,
                    Anchor.ENROLMENT,
                    7,
                    5,
                    9,
                    List.of(
                            new VisitForm("staff-form", FilledBy.STAFF),
                            new VisitForm("phq-9", FilledBy.PARTICIPANT),
                            new VisitForm("gad-7", FilledBy.PARTICIPANT)))),
            List.of(
                    new DiaryBlock("B0", NAME, "diary", Anchor.ENROLMENT, 0, 2, 48),
                    new DiaryBlock("S0", NAME, "evening", Anchor.ENROLMENT, 2, 2, 48)));

    static Reminders reminders(Optional<QuietHours> quiet, Rule... rules) {
        return new Reminders(NAME, quiet, 1, 3, List.of(rules));
    }

    static Rule rule(From from, int days, LocalTime at, String... events) {
        return new Rule("R", List.of(events), from, days, at, NAME, NAME);
    }

    static List<Occasion> occasions(Reminders reminders, LocalDate enrolled) {
        return Occasion.all(reminders, SCHEDULE, Map.of(Anchor.ENROLMENT, enrolled), ZONE);
    }

    @Test
    void nobodyIsRemindedOfWhatHasNoDayYet() {
        Reminders reminders = reminders(Optional.empty(), rule(From.OPENING, 0, LocalTime.NOON, "V1", "B0"));

        assertThat(Occasion.all(reminders, SCHEDULE, Map.of(), ZONE)).isEmpty();
    }

    @Test
    void oneReminderIsOfAllThatTheParticipantFillsInAtAVisit() {
        Reminders reminders = reminders(Optional.empty(), rule(From.DUE, 1, LocalTime.NOON, "V1"));

        assertThat(occasions(reminders, LocalDate.of(2026, 11, 1)))
                .singleElement()
                .satisfies(occasion -> {
                    assertThat(occasion.about()).isEqualTo("R/V1");
                    assertThat(occasion.tasks()).extracting(Schedule.Task::key).containsExactly("V1/phq-9", "V1/gad-7");
                    assertThat(occasion.moment())
                            .isEqualTo(LocalDateTime.parse("2026-11-09T12:00")
                                    .atZone(ZONE)
                                    .toInstant());
                });
    }

    @Test
    void oneReminderIsOfAllDiariesOfADay() {
        Reminders reminders = reminders(Optional.empty(), rule(From.OPENING, 0, LocalTime.NOON, "B0", "S0"));

        assertThat(occasions(reminders, LocalDate.of(2026, 11, 1)))
                .extracting(Occasion::about)
                .containsExactly("R/2026-11-01", "R/2026-11-02", "R/2026-11-03");
    }

    /** Enrolled on that day, whose diary can be filled in until the end of the second day after it. */
    @ParameterizedTest
    @CsvSource({
        // rule, day, time, moment and end of its use, both in UTC
        "OPENING, 0, 2026-11-01, 19:30, 2026-11-01T18:30:00Z, 2026-11-02T18:30:00Z",
        "DUE,     0, 2026-11-01, 10:00, 2026-11-03T09:00:00Z, 2026-11-03T23:00:00Z",
        // Spring: the night of 29 March has no 02:30, and the day has 23 hours.
        "OPENING, 0, 2026-03-29, 02:30, 2026-03-29T01:30:00Z, 2026-03-30T01:30:00Z",
        "OPENING, 0, 2026-03-28, 19:30, 2026-03-28T18:30:00Z, 2026-03-29T18:30:00Z",
        "OPENING, 0, 2026-03-29, 19:30, 2026-03-29T17:30:00Z, 2026-03-30T17:30:00Z",
        "DUE,     0, 2026-03-27, 00:00, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        // Autumn: the night of 25 October has two 02:30, of which the first is meant, and the day has 25 hours.
        "OPENING, 0, 2026-10-25, 02:30, 2026-10-25T00:30:00Z, 2026-10-26T00:30:00Z",
        "OPENING, 0, 2026-10-25, 19:30, 2026-10-25T18:30:00Z, 2026-10-26T18:30:00Z",
        "DUE,     0, 2026-10-23, 00:00, 2026-10-24T22:00:00Z, 2026-10-25T22:00:00Z",
    })
    void itsMomentIsByTheClocksOfTheStudy(
            From from, int days, LocalDate enrolled, LocalTime at, String moment, String until) {
        Reminders reminders = reminders(Optional.empty(), rule(from, days, at, "B0"));

        assertThat(occasions(reminders, enrolled).get(0)).satisfies(occasion -> {
            assertThat(occasion.moment()).isEqualTo(moment);
            assertThat(occasion.until()).isEqualTo(until);
        });
    }
}
