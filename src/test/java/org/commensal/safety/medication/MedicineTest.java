package org.commensal.safety.medication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Answers;
import org.commensal.instrument.AtcGroup;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.questionnaires.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sertraline, in use at 50 mg, raised on the 10th, stopped on the 20th; randomised on the 5th. */
class MedicineTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final Participant JOHANNA = new Participant(
            ParticipantCode.of("LEI", 1),
            "leiden",
            Map.of(Stage.SCREENED, LocalDate.of(2026, 11, 1), Stage.RANDOMISED, LocalDate.of(2026, 11, 5)));
    private static final List<Response> GIVEN = List.of(
            medicine(1, "Sertraline", "", "mental", "stopped", 20, 0),
            medicine(2, "sertraline ", "N06AB06", "mental", "in_use", 1, 50),
            medicine(3, "SERTRALINE", "", "mental", "raised", 10, 100),
            medicine(4, "amoxicillin", "J01CA04", "infection", "started", 12, 500));

    @Test
    void whatNamesNoMedicineOrDayIsNone() {
        assertThat(MedicineChange.of(JOHANNA, STUDY, response(1, Map.of("drug_change", new Value.Word("started")))))
                .isEmpty();
    }

    @Test
    void aMedicineIsOneHoweverItsNameIsWritten() {
        List<Medicine> medicines = medicines();

        assertThat(medicines).extracting(Medicine::product).containsExactly("amoxicillin", "Sertraline");
        Medicine sertraline = medicines.get(1);
        assertThat(sertraline.atc()).isEqualTo("N06AB06");
        assertThat(sertraline.group()).contains(AtcGroup.N);
        assertThat(sertraline.started()).isEmpty();
        assertThat(sertraline.stopped()).contains(LocalDate.of(2026, 11, 20));
        assertThat(sertraline.strength()).isEqualTo("100 mg");
    }

    @ParameterizedTest(name = "day {0}: {1}, {2}")
    @CsvSource({"1, true, 50 mg", "9, true, 50 mg", "10, true, 100 mg", "20, true, 100 mg", "21, false, 100 mg"})
    void whatIsUsedOnADayAndHowMuch(int day, boolean used, String dose) {
        Medicine sertraline = medicines().get(1);

        assertThat(sertraline.isUsedOn(LocalDate.of(2026, 11, day))).isEqualTo(used);
        assertThat(sertraline.strengthOn(LocalDate.of(2026, 11, day))).isEqualTo(dose);
    }

    @Test
    void whatWasInUseBeforeItsFirstMentionWasUsedBefore() {
        assertThat(medicines().get(1).isUsedOn(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(medicines().get(0).isUsedOn(LocalDate.of(2026, 11, 11))).isFalse();
    }

    /** In use is no event; what changed before the draw is none either. */
    @Test
    void changesAfterTheDrawAreIntercurrentEventsAsTheProtocolSays() {
        List<Happened> happened = Happened.of(JOHANNA, STUDY, GIVEN);

        assertThat(happened)
                .extracting(each -> each.event().id() + " " + each.studyDay().orElseThrow())
                .containsExactly("ICE_TAPER 5", "ICE_ABX 7", "ICE_TAPER 15");
        assertThat(Happened.of(JOHANNA, STUDY, List.of(medicine(1, "sertraline", "", "mental", "started", 4, 50))))
                .isEmpty();
        assertThat(Happened.of(
                        new Participant(JOHANNA.code(), "leiden", Map.of()),
                        STUDY,
                        List.of(medicine(1, "sertraline", "", "mental", "started", 9, 50))))
                .isEmpty();
    }

    private static List<Medicine> medicines() {
        return Medicine.of(GIVEN.stream()
                .flatMap(response -> MedicineChange.of(JOHANNA, STUDY, response).stream())
                .toList());
    }

    private static Response medicine(
            int number, String product, String atc, String indication, String change, int day, int dose) {
        Map<String, Value> parts = new HashMap<>(Map.of("product", new Value.Word(product)));
        if (!atc.isEmpty()) {
            parts.put("atc", new Value.Word(atc));
        }
        if (dose > 0) {
            parts.put("dose", new Value.Num(BigDecimal.valueOf(dose)));
            parts.put("unit", new Value.Word("mg"));
        }
        return response(
                number,
                Map.of(
                        "drug", new Value.Parts(parts),
                        "drug_class", new Value.Word("other"),
                        "drug_indication", new Value.Word(indication),
                        "drug_change", new Value.Word(change),
                        "drug_days", Value.Num.of(7),
                        "drug_date", new Value.Day(LocalDate.of(2026, 11, day))));
    }

    private static Response response(int number, Map<String, Value> answers) {
        Instant at = Instant.parse("2026-11-25T10:00:00Z");
        return new Response(
                UUID.randomUUID(),
                STUDY.version(),
                "medicine",
                "CM",
                "CM/" + number,
                Optional.empty(),
                1,
                "",
                at,
                at,
                false,
                new Answers(answers),
                Map.of());
    }
}
