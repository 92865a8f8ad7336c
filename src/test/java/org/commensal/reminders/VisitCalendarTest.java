package org.commensal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.Visit;
import org.junit.jupiter.api.Test;

/** The calendar as RFC 5545 wants it, with nothing in it but the name of the study and of the visit. */
class VisitCalendarTest {

    private static final VisitCalendar CALENDAR = new VisitCalendar(
            new Text("Gut; brain", "Buik, brein"), OccasionTest.ZONE, Language.NL, visit -> visit + "@example.org");

    private static Visit visit(String code, String name, Anchor anchor) {
        return new Visit(code, Text.same(name), anchor, 7, 5, 9, List.of());
    }

    @Test
    void aVisitIsAnEventOfTheWholeDaysOfItsWindow() {
        String calendar = CALENDAR.write(
                List.of(visit("V1", "Week 1", Anchor.ENROLMENT), visit("V2", "Week 9", Anchor.RANDOMISATION)),
                Map.of(Anchor.ENROLMENT, LocalDate.of(2026, 3, 24)));

        assertThat(calendar)
                .contains("""
                        BEGIN:VEVENT
                        UID:V1@example.org
                        DTSTAMP:20260324T000000Z
                        DTSTART;VALUE=DATE:20260329
                        DTEND;VALUE=DATE:20260403
                        SUMMARY;LANGUAGE=nl:Buik\\, brein: Week 1
                        """.replace("\n", "\r\n"))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContain("Week 9");
    }

    @Test
    void noLineIsLongerThanSeventyFiveBytesOrEndsWithinACharacter() {
        String name = "é😀".repeat(60);
        String calendar = CALENDAR.write(
                List.of(visit("V1", name, Anchor.ENROLMENT)), Map.of(Anchor.ENROLMENT, LocalDate.of(2026, 3, 24)));

        assertThat(calendar.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains(name);
    }
}
