package org.commensal.reminders;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.Visit;

/**
 * The visits of a participant as iCalendar (RFC 5545): one event of whole days for the window of each visit, in the words
 * of the protocol. The same facts give the same bytes.
 *
 * @param name what the study is called in calendars
 * @param id gives each visit an id that stays, by its code
 */
record VisitCalendar(Text name, ZoneId zone, Language language, UnaryOperator<String> id) {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** @param anchors from which the days of visits count; a visit whose day is not known yet is left out */
    String write(List<Visit> visits, Map<Anchor, LocalDate> anchors) {
        List<String> lines = new ArrayList<>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Commensal//Visits//EN",
                "CALSCALE:GREGORIAN",
                "METHOD:PUBLISH",
                "X-WR-CALNAME:" + text(name.in(language)),
                "X-WR-TIMEZONE:" + zone.getId(),
                "REFRESH-INTERVAL;VALUE=DURATION:P1D",
                "X-PUBLISHED-TTL:P1D"));
        visits.forEach(visit ->
                Optional.ofNullable(anchors.get(visit.anchor())).ifPresent(day0 -> lines.addAll(event(visit, day0))));
        lines.add("END:VCALENDAR");
        StringBuilder calendar = new StringBuilder();
        lines.forEach(line -> fold(line, calendar));
        return calendar.toString();
    }

    /** The stamp is the day from which the visit counts, since on that day it was put into the calendar. */
    private List<String> event(Visit visit, LocalDate day0) {
        return List.of(
                "BEGIN:VEVENT",
                "UID:" + id.apply(visit.code()),
                "DTSTAMP:" + DAY.format(day0) + "T000000Z",
                "DTSTART;VALUE=DATE:" + DAY.format(day0.plusDays(visit.from())),
                "DTEND;VALUE=DATE:" + DAY.format(day0.plusDays(visit.to() + 1L)),
                "SUMMARY;LANGUAGE=" + language.code() + ":"
                        + text(name.in(language) + ": " + visit.name().in(language)),
                "TRANSP:TRANSPARENT",
                "CLASS:PRIVATE",
                "END:VEVENT");
    }

    /** A text value (RFC 5545, 3.3.11). */
    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Lines of at most 75 bytes, none of which ends within a character (RFC 5545, 3.1). */
    private static void fold(String line, StringBuilder calendar) {
        int bytes = 0;
        for (int character : line.codePoints().toArray()) {
            String next = Character.toString(character);
            int length = next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                calendar.append("\r\n ");
                bytes = 1;
            }
            calendar.append(next);
            bytes += length;
        }
        calendar.append("\r\n");
    }
}
