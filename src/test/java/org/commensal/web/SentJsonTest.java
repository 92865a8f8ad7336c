package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal;
import org.commensal.export.Release;
import org.commensal.export.release.Specification;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.SubmitResponse.Receipt;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.enrolment.ParticipantResource;
import org.commensal.web.export.ReleaseResource;
import org.commensal.web.questionnaires.ResponseResource;
import org.commensal.web.questionnaires.TaskResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent, to the letter. */
class SentJsonTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));

    private static final UUID ID = UUID.fromString("6f1c2b1e-4b7a-4c55-9d59-0c7d3f2a9b10");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Jsonb json = JsonbBuilder.create();

    @Test
    void aParticipantIsShownNoScoreNotEvenAnEmptyOne() {
        assertThat(json.toJson(ResponseResource.Taken.of(
                        new Receipt(ID, "V1/check", NOON, Map.of(), false, Optional.empty()), List.of())))
                .isEqualTo("{\"help\":[],\"id\":\"" + ID
                        + "\",\"received\":\"2026-11-23T12:00:00Z\",\"replay\":false,\"task\":\"V1/check\"}");
    }

    @Test
    void aScoreKeepsItsDigitsAndAMissingOneItsReason() {
        Receipt receipt = new Receipt(
                ID, "V1/check", NOON, Map.of("a_total", new Value.Num(new BigDecimal("7.50"))), true, Optional.empty());
        assertThat(json.toJson(ResponseResource.Taken.of(receipt, List.of())))
                .endsWith("\"replay\":true,\"scores\":{\"a_total\":7.50,\"_missing\":{}},\"task\":\"V1/check\"}");

        Receipt unscored =
                new Receipt(ID, "V1/check", NOON, Map.of("a_total", Value.Missing.UNKNOWN), true, Optional.empty());
        assertThat(json.toJson(ResponseResource.Taken.of(unscored, List.of())))
                .endsWith("\"scores\":{\"_missing\":{\"a_total\":\"unknown\"}},\"task\":\"V1/check\"}");
    }

    @Test
    void aTaskThatIsNoDiaryDayHasNoDay() {
        Task task = new Task("V1/phq-9", "phq-9", "V1", FilledBy.PARTICIPANT, DAY, DAY.plusDays(8), Optional.empty());

        assertThat(json.toJson(TaskResource.Shown.of(new TaskState(task, STUDY, State.UPCOMING, Optional.empty()))))
                .isEqualTo("{\"by\":\"participant\",\"due\":\"2026-12-01\",\"event\":\"V1\",\"form\":\"phq-9\","
                        + "\"opens\":\"2026-11-23\",\"state\":\"upcoming\",\"task\":\"V1/phq-9\"}");
    }

    @Test
    void aParticipantHasTheDayOfEachStageAndOfWhatTheyStoppedWith() {
        Participant participant = new Participant(
                ParticipantCode.of("LUM", 147),
                "leiden",
                Map.of(Stage.SCREENED, DAY),
                Map.of(Withdrawal.Part.FOLLOW_UP, DAY));

        assertThat(json.toJson(ParticipantResource.Shown.of(participant)))
                .isEqualTo("{\"code\":\"LUM-0147-6\",\"milestones\":{\"screened\":\"2026-11-23\"},"
                        + "\"site\":\"leiden\",\"stage\":\"screened\",\"withdrawn\":{\"follow-up\":\"2026-11-23\"}}");
    }

    @ParameterizedTest
    @CsvSource({"First look,gut-3arm-First-look.zip", "a.b_c-d,gut-3arm-a.b_c-d.zip", "x/\\y; é,gut-3arm-x-y-.zip"})
    void aReleaseIsDownloadedUnderANameThatEverySystemTakes(String name, String file) {
        Release release = new Release(
                ID,
                "gut-3arm",
                "0.1",
                name,
                1,
                NOON,
                new Release.Somebody(ID, "Noor"),
                "0.1",
                Specification.draft(List.of("csv")),
                org.commensal.background.State.DONE,
                100,
                List.of(),
                List.of());

        assertThat(ReleaseResource.fileName(release)).isEqualTo(file);
    }
}
