package org.commensal.web.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.web.Form;
import org.commensal.web.questionnaires.Filling.Sheet;
import org.junit.jupiter.api.Test;

/** A diary of three questions, of which a headache day adds one: the way through it, forth and back. */
class SheetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Item HEADACHE = item("headache", Optional.empty(), true);
    private static final Item ONE_SIDED = item("one_sided", Optional.of("headache"), true);
    private static final Item MEDICATION = item("medication", Optional.empty(), false);
    private static final Item AURA = item("aura", Optional.empty(), true);

    @Test
    void aRequiredQuestionIsNeitherLeftEmptyNorSkipped() {
        Sheet empty = sheet(Map.of()).with(HEADACHE, sent());
        assertThat(empty.fault(HEADACHE, false)).isPresent();
        assertThat(empty.fault(HEADACHE, true)).isPresent();
    }

    @Test
    void anOptionalQuestionIsLeftEmptyOnlyOnPurpose() {
        Sheet empty = sheet(Map.of()).with(MEDICATION, sent());
        assertThat(empty.fault(MEDICATION, false).orElseThrow().en()).contains("skip");
        assertThat(empty.fault(MEDICATION, true)).isEmpty();
    }

    @Test
    void skippingTakesBackWhatWasChosen() {
        Form skipped = sent("medication", "true", "_skip", "1");
        assertThat(sheet(Map.of("medication", "true")).with(MEDICATION, skipped).given())
                .containsEntry("medication", null);
    }

    @Test
    void anAnswerThatCannotBeReadIsAFault() {
        assertThat(sheet(Map.of()).with(HEADACHE, sent("headache", "perhaps")).fault(HEADACHE, false))
                .isPresent();
    }

    @Test
    void resumesAtTheFirstQuestionWithoutAnAnswer() {
        assertThat(sheet(Map.of()).at(Optional.empty())).isEqualTo(HEADACHE);
        assertThat(sheet(Map.of("headache", "true")).at(Optional.empty())).isEqualTo(ONE_SIDED);
        assertThat(sheet(Map.of("headache", "false")).at(Optional.empty())).isEqualTo(MEDICATION);
    }

    @Test
    void goesBackOverQuestionsThatWereNotAsked() {
        Sheet quiet = sheet(Map.of("headache", "false"));
        assertThat(quiet.before(MEDICATION)).contains(HEADACHE);
        assertThat(quiet.after(HEADACHE)).contains(MEDICATION);
        assertThat(quiet.before(HEADACHE)).isEmpty();
    }

    @Test
    void progressCountsEveryQuestionSoThatItNeverGoesBack() {
        assertThat(sheet(Map.of("headache", "false")).position(MEDICATION)).isEqualTo(3);
        assertThat(sheet(Map.of("headache", "true")).position(MEDICATION)).isEqualTo(3);
        assertThat(sheet(Map.of()).total()).isEqualTo(4);
    }

    @Test
    void onlyTheEndIsLast() {
        Sheet quiet = sheet(Map.of("headache", "false", "medication", "false"));
        assertThat(quiet.isLast(AURA)).isTrue();
        assertThat(quiet.isLast(MEDICATION)).isFalse();
    }

    @Test
    void aQuestionThatMayOpenAnotherIsNotLast() {
        Questionnaire two = questionnaire(List.of(HEADACHE, ONE_SIDED));
        assertThat(new Sheet(task(), "1", two, Map.of(), Set.of()).isLast(HEADACHE))
                .isFalse();
        assertThat(new Sheet(task(), "1", two, Map.of("headache", "true"), Set.of()).isLast(ONE_SIDED))
                .isTrue();
    }

    private static final Item WEIGHT = new Item(
            "weight_kg",
            "integer",
            Text.same("Weight"),
            Optional.empty(),
            List.of(),
            Map.of("least", "0", "most", "300", "decimals", "0", "usual-least", "35", "usual-most", "160"),
            Optional.empty(),
            false,
            "normal");

    private static Optional<Text> doubt(Sheet sheet, String... sent) {
        Sheet answered = sheet.with(WEIGHT, sent(sent));
        return answered.fault(WEIGHT, false);
    }

    @Test
    void asksOnceWhetherAnUnusualAnswerIsRight() {
        Sheet empty = new Sheet(task(), "1", questionnaire(List.of(WEIGHT)), Map.of(), Set.of());

        assertThat(doubt(empty, "weight_kg", "210")).hasValueSatisfying(asked -> assertThat(asked.en())
                .isEqualTo("You filled in 210. Usually this is from 35 to 160. Is it right?"));
        assertThat(doubt(empty, "weight_kg", "210", "_confirmed", "weight_kg=210"))
                .isEmpty();
        assertThat(doubt(empty, "weight_kg", "70")).isEmpty();
    }

    @Test
    void aConfirmationIsOfOneAnswerAndNotOfTheNext() {
        Sheet empty = new Sheet(task(), "1", questionnaire(List.of(WEIGHT)), Map.of(), Set.of());
        Sheet confirmed = empty.with(WEIGHT, sent("weight_kg", "210", "_confirmed", "weight_kg=210"));

        assertThat(confirmed.confirmed()).containsExactly("weight_kg");
        assertThat(doubt(confirmed, "weight_kg", "250", "_confirmed", "weight_kg=210"))
                .isPresent();
        assertThat(confirmed.with(WEIGHT, sent("weight_kg", "70")).confirmed()).isEmpty();
    }

    private static Form sent(String... pairs) {
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.add(pairs[i], pairs[i + 1]);
        }
        return Form.of(sent);
    }

    private static Sheet sheet(Map<String, Object> given) {
        return new Sheet(task(), "1", questionnaire(List.of(HEADACHE, ONE_SIDED, MEDICATION, AURA)), given, Set.of());
    }

    private static Questionnaire questionnaire(List<Item> items) {
        return new Questionnaire(
                "diary", new Text("Your day", "Uw dag"), Optional.empty(), Optional.empty(), 1, items, List.of());
    }

    private static Task task() {
        return new Task("diary/" + DAY, "diary", "B0", FilledBy.PARTICIPANT, DAY, DAY.plusDays(2), Optional.of(DAY));
    }

    private static Item item(String code, Optional<String> askIf, boolean required) {
        return new Item(
                code,
                "boolean",
                Text.same(code),
                Optional.empty(),
                List.of(),
                Map.of(),
                askIf.map(Expression::parse),
                required,
                "normal");
    }
}
