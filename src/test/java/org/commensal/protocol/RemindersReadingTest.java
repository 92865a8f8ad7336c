package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.commensal.protocol.Reminders.From;
import org.commensal.protocol.Reminders.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reminders that would come too late, tell an arm or break a mail are refused, each at its line. */
class RemindersReadingTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            for: [V1, D0,                            | for: [SCR, V1, D0,                   | no visit or diary block "SCR"
            for: [V1, D0,                            | for: [V9, V1, D0,                    | no visit or diary block "V9"
            for: [V1, D0, W2, V2, W6, V3, V4, V5]    | for: []                              | This reminder is for nothing.
            days-before-due: 1                       | days-before-due: 3                   | 3 days do not fit into the window of B0.
            days-before-due: 1                       | days-after-opening: 3                | 3 days do not fit into the window of B0.
            days-before-due: 1                       | arm: PROB                            | counts from the first day or from the last one
            days-before-due: 1                       | arm: PROB                            | "arm" is not a key here.
            at: "19:30"                              | at: "21:00"                          | 21:00 is in the quiet hours.
            at: "19:30"                              | at: "07:59"                          | 07:59 is in the quiet hours.
            at: "19:30"                              | at: "25:00"                          | "25:00" is not a time of day.
            from: "21:00", to: "08:00"               | from: "21:00", to: "21:00"           | The quiet hours have no end.
            {study}: today                           | {arm}: today                         | Nothing is filled in for {arm}
            {study}: today                           | {link}: today                        | Nothing is filled in for {link}
            {study}: today                           | {code: today                         | Nothing is filled in for {code
            {study}: today                           | PROB: today                          | The subject names arm PROB.
            {study}: vandaag                         | Mediterraan dieet: vandaag           | The subject names arm MED.
            en: "Gut and brain", nl: "Buik en brein" | en: "Low-FODMAP diet", nl: "Buik"    | The name names arm LFD.
            en: "Gut and brain", nl: "Buik en brein" | en: "{study}", nl: "Buik en brein"   | Nothing is filled in for {study}
            "{study}: today"                         | "Today\\nBcc: me@example.org"        | The subject has a line break or a tab.
            most: 200                                | most: 0                              | "most" is 0.
            """)
    void refuses(String before, String after, String fault) {
        Planted study = new Planted().replace(Planted.STUDY, before, after);

        assertThat(study.faults())
                .anySatisfy(found -> assertThat(found.toString()).contains(fault));
    }

    @Test
    void refusesABodyWithoutTheWayToThePage() {
        Planted study = new Planted();
        int line = study.line(Planted.STUDY, "      body:");
        study.replace(Planted.STUDY, "{link}", "there");

        assertThat(study.faults()).singleElement().satisfies(found -> {
            assertThat(found.what()).contains("finds the way");
            assertThat(found.line()).isBetween(line, line + 1);
        });
    }

    @Test
    void readsTheRulesOfTheFlagship() {
        Reminders reminders =
                StudyReader.read(FlagshipTest.FOLDER).conduct().reminders().orElseThrow();

        assertThat(reminders.quiet()).contains(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
        assertThat(reminders.rules())
                .extracting(Reminders.Rule::code)
                .isEqualTo(List.of("EVENING", "MISSED", "OPENS", "LAST"));
        assertThat(reminders.rules().get(1).from()).isEqualTo(From.DUE);
    }

    @ParameterizedTest
    @CsvSource({
        "21:00, 08:00, 2026-11-23T20:59, 2026-11-23T20:59",
        "21:00, 08:00, 2026-11-23T21:00, 2026-11-24T08:00",
        "21:00, 08:00, 2026-11-24T00:00, 2026-11-24T08:00",
        "21:00, 08:00, 2026-11-24T08:00, 2026-11-24T08:00",
        "00:00, 08:00, 2026-11-24T00:00, 2026-11-24T08:00",
        "13:00, 14:30, 2026-11-24T13:10, 2026-11-24T14:30",
        // In the night of 29 March there is no 02:30, in that of 25 October there are two, of which the first is meant.
        "22:00, 02:30, 2026-03-29T00:30, 2026-03-29T03:30",
        "22:00, 02:30, 2026-10-25T00:30, 2026-10-25T02:30",
    })
    void quietHoursEndWhenTheirClockSaysSo(LocalTime from, LocalTime to, LocalDateTime moment, LocalDateTime allowed) {
        QuietHours quiet = new QuietHours(from, to);

        assertThat(quiet.after(moment.atZone(ZONE))).isEqualTo(allowed.atZone(ZONE));
    }
}
