package org.commensal.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Occurrences are counted from 1; what belongs to another event or task is not among them. */
class OccurrencesTest {

    private static final LocalDate CONSENTED = LocalDate.of(2026, 11, 2);
    private static final EventForm EVENT =
            new EventForm("AE", Text.same("Event"), "adverse-event", FilledBy.STAFF, Optional.empty(), true);
    private static final Participant JOHANNA =
            new Participant(ParticipantCode.of("NOR", 1), "north", Map.of(Stage.CONSENTED, CONSENTED));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              |",
                "V1/phq-9 diary/2026-11-10 AEX/1 | ",
                "AE/1                          | AE/1",
                "AE/2 V1/phq-9 AE/1 AE/10      | AE/1 AE/2",
            })
    void areThoseOfTheEventInTheirOrder(String filledIn, String reported) {
        List<Task> occurrences = Occurrences.reported(EVENT, JOHANNA, Set.copyOf(words(filledIn)));

        assertThat(occurrences).extracting(Task::key).isEqualTo(words(reported));
        assertThat(occurrences).allSatisfy(task -> {
            assertThat(task.opens()).isEqualTo(CONSENTED);
            assertThat(task.due()).isEqualTo(LocalDate.MAX);
        });
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
