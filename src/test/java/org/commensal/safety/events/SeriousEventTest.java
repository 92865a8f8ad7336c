package org.commensal.safety.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.kernel.ParticipantCode;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.commensal.safety.events.SeriousEvent.State;
import org.commensal.safety.events.SeriousEvent.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps are written {@code KIND@hour}, both when it was so and when it was recorded. */
class SeriousEventTest {

    private static final Instant AWARE = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest(name = "{0} at hour {1}: {2}, late {3}")
    @CsvSource({
        "OPENED@0, 24, TO_REPORT, false",
        "OPENED@0, 25, TO_REPORT, true",
        "OPENED@0 REPORTED@24, 99, FOLLOWED, false",
        "OPENED@0 REPORTED@25, 99, FOLLOWED, true",
        "OPENED@0 REPORTED@5 CLOSED@90, 99, CLOSED, false",
        "OPENED@0 REPORTED@5 COMMITTEE@6, 99, FOLLOWED, false",
        "OPENED@0 NOT_SERIOUS@20, 99, NOT_SERIOUS, false",
        "OPENED@0 NOT_SERIOUS@30, 99, NOT_SERIOUS, true",
        "OPENED@0 NOT_SERIOUS@20 REOPENED@40, 60, TO_REPORT, false",
        "OPENED@0 NOT_SERIOUS@20 REOPENED@40, 65, TO_REPORT, true",
        "OPENED@0 CLOSED@5 REOPENED@90 REPORTED@100, 200, FOLLOWED, false",
        "OPENED@0 CLOSED@25 REOPENED@90 REPORTED@100, 200, FOLLOWED, true",
        "OPENED@10 AWARE@0, 25, TO_REPORT, true",
        "OPENED@10 REPORTED@30 AWARE@0, 31, FOLLOWED, true",
        "OPENED@0 AWARE@10, 30, TO_REPORT, false"
    })
    void whereItStandsFollowsFromItsSteps(String steps, int hour, State state, boolean late) {
        SeriousEvent event = event(steps);

        assertThat(event.state()).isEqualTo(state);
        assertThat(event.isLate(at(hour))).isEqualTo(late);
    }

    @Test
    void theClockBeginsWhenTheSiteHeardOfIt() {
        assertThat(event("OPENED@0").due()).isEqualTo(at(24));
        assertThat(event("OPENED@0 AWARE@2").due()).isEqualTo(at(26));
        assertThat(event("OPENED@0 CLOSED@1 REOPENED@50").due()).isEqualTo(at(74));
    }

    /** What was late once stays so, whatever is recorded later. */
    @Property(seed = "20261129", tries = 200)
    void lateStaysLate(@ForAll @IntRange(min = 25, max = 200) int told, @ForAll @IntRange(max = 3) int later) {
        List<String> more = List.of("", " COMMITTEE@300", " CLOSED@300", " CLOSED@300 REOPENED@301 REPORTED@302");

        assertThat(event("OPENED@0 REPORTED@" + told + more.get(later)).isLate(at(400)))
                .isTrue();
    }

    private static SeriousEvent event(String written) {
        List<Step> steps = new ArrayList<>();
        for (String step : written.split(" ")) {
            String[] parts = step.split("@");
            Instant moment = at(Integer.parseInt(parts[1]));
            steps.add(new Step(Kind.valueOf(parts[0]), moment, "", "Lotte", moment));
        }
        return new SeriousEvent(UUID.randomUUID(), ParticipantCode.of("LEI", 1), "AE/1", steps, List.of());
    }

    private static Instant at(int hour) {
        return AWARE.plus(Duration.ofHours(hour));
    }

    @Test
    void theHashOfAReportTellsApartWhatRunsTogether() {
        TreeMap<String, String> one = new TreeMap<>(Map.of("a", "b", "c", ""));
        TreeMap<String, String> other = new TreeMap<>(Map.of("a", "", "c", "b"));

        assertThat(SafetyReport.sha256(one))
                .isNotEqualTo(SafetyReport.sha256(other))
                .hasSize(64);
    }
}
