package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who stopped on the 10th with what stands in the first column. */
class WithdrawnTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 11, 10);

    @ParameterizedTest(name = "stopped with {0}: by participant on the {1}th ended {2}, by staff {3}")
    @CsvSource({
        "INTERVENTION,           11, false, false",
        "FOLLOW_UP,               9, false, false",
        "FOLLOW_UP,              10, true,  false",
        "FOLLOW_UP,              11, true,  false",
        "INTERVENTION FOLLOW_UP, 11, true,  false",
        "USE_OF_DATA,             9, true,  true",
        "USE_OF_DATA,            11, true,  true",
    })
    void whatEndsIsWhatWasStoppedWith(String parts, int day, boolean own, boolean staff) {
        Participant participant = new Participant(
                ParticipantCode.of("NOR", 1),
                "north",
                Map.of(),
                Stream.of(parts.split(" ")).collect(Collectors.toMap(Part::valueOf, part -> TENTH)));

        assertThat(Tasks.stopped(participant, task(FilledBy.PARTICIPANT), TENTH.withDayOfMonth(day)))
                .isEqualTo(own);
        assertThat(Tasks.stopped(participant, task(FilledBy.STAFF), TENTH.withDayOfMonth(day)))
                .isEqualTo(staff);
    }

    private static Task task(FilledBy by) {
        return new Task("V1/phq-9", "phq-9", "V1", by, TENTH, TENTH.plusDays(2), Optional.empty());
    }
}
