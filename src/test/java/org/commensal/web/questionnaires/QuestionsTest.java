package org.commensal.web.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.instrument.Item;
import org.commensal.kernel.Language;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.commensal.web.Form;
import org.commensal.web.Texts;
import org.commensal.web.questionnaires.Question.Shape;
import org.junit.jupiter.api.Test;

/** Items on a page, and what a page sent for them. */
class QuestionsTest {

    private static final List<Item> ITEMS = StudyReader.read(
                    StudyFolder.of(Path.of("src", "test", "resources", "studies", "every-key"))
                            .files())
            .questionnaire("screening")
            .items();

    private static Item item(String code) {
        return ITEMS.stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Form sent(Map<String, String> values) {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        values.forEach(sent::add);
        return Form.of(sent);
    }

    @Test
    void anUnusualAnswerThatWasNotConfirmedIsAFaultOfItsField() {
        Map<String, Object> given = Map.of("weight_kg", "210", "visit_time", "22:00");
        Form form = sent(Map.of("weight_kg", "210", "visit_time", "22:00", "_confirmed", "visit_time=22:00"));

        Questions.doubt(ITEMS, given, form);

        assertThat(form.faults()).containsOnlyKeys("weight_kg");
        assertThat(Questions.confirmed(ITEMS, form)).containsExactly("visit_time");
    }

    @Test
    void aQuestionInDoubtAsksInsteadOfBeingAtFault() {
        Form form = sent(Map.of("weight_kg", "210"));
        Questions.doubt(ITEMS, Map.of("weight_kg", "210"), form);

        Question question = Questions.of(
                item("weight_kg"),
                Map.of("weight_kg", "210"),
                Set.of(),
                form.fault("weight_kg"),
                Texts.in(Language.NL));

        assertThat(question.fault()).isEmpty();
        assertThat(question.doubt()).contains("U vulde 210 kg in. Meestal is dit 35 tot en met 160.5. Klopt het?");
        assertThat(question.confirmed()).isFalse();
    }

    @Test
    void theFieldsOfAMedicineAreOneAnswerAndStandThereAgain() {
        Item medicine = item("first_med");
        Object answer = Questions.sent(
                medicine,
                sent(Map.of("first_med_product", "Zoloft", "first_med_atc", " ", "first_med_unit", "mg", "dose", "5")));

        assertThat(answer).isEqualTo(Map.of("product", "Zoloft", "unit", "mg"));
        assertThat(Questions.sent(medicine, sent(Map.of("first_med_product", ""))))
                .isNull();
        Question question = Questions.of(
                medicine,
                Map.of("first_med", Map.of("product", "Zoloft", "unit", "mg")),
                Set.of(),
                Optional.empty(),
                Texts.in(Language.EN));
        assertThat(question.parts())
                .extracting(part -> part.code() + " " + part.shape() + " " + part.value())
                .containsExactly(
                        "first_med_product LINE Zoloft",
                        "first_med_atc LINE ",
                        "first_med_dose NUMBER ",
                        "first_med_unit " + Shape.SELECT + " mg",
                        "first_med_indication LINE ");
    }
}
