package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shared instruments score as published: Kroenke 2001 (PHQ-9) and Spitzer 2006 (GAD-7). */
class InstrumentLibraryTest {

    private static final Study STUDY = StudyReader.read(FlagshipTest.FOLDER);

    private static Map<String, Object> answers(String prefix, String digits) {
        Map<String, Object> given = new LinkedHashMap<>();
        IntStream.range(0, digits.length())
                .filter(at -> digits.charAt(at) != '-')
                .forEach(at -> given.put("%s_%02d".formatted(prefix, at + 1), digits.substring(at, at + 1)));
        return given;
    }

    @ParameterizedTest
    @CsvSource({
        "phq-9, phq9, 301200103, 10, moderate",
        "phq-9, phq9, 333333333, 27, severe",
        "phq-9, phq9, 000000000, 0, minimal",
        "phq-9, phq9, 111100000, 4, minimal",
        "phq-9, phq9, 111110000, 5, mild",
        "phq-9, phq9, 333330000, 15, moderately severe",
        "phq-9, phq9, 333333100, 19, moderately severe",
        "phq-9, phq9, 333333200, 20, severe",
        "gad-7, gad7, 3333333, 21, severe",
        "gad-7, gad7, 3333200, 14, moderate",
        "gad-7, gad7, 3310000, 7, mild",
        "gad-7, gad7, 0000000, 0, minimal",
    })
    void scoresAsPublished(String form, String prefix, String digits, int total, String band) {
        Questionnaire questionnaire = STUDY.questionnaire(form);
        Value score = total(questionnaire, questionnaire.accept(answers(prefix, digits)));

        assertThat(score).isEqualTo(Value.Num.of(total));
        assertThat(questionnaire.scores().get(0).band(score).map(text -> text.in(Language.EN)))
                .contains(band);
    }

    @ParameterizedTest
    @CsvSource({"phq-9, phq9, 33333333-", "phq-9, phq9, -00000000", "gad-7, gad7, 333-333"})
    void needsEveryItemForATotal(String form, String prefix, String digits) {
        Questionnaire questionnaire = STUDY.questionnaire(form);
        Value score = total(questionnaire, questionnaire.accept(answers(prefix, digits)));

        assertThat(score).isEqualTo(Value.Missing.UNKNOWN);
        assertThat(questionnaire.scores().get(0).band(score)).isEmpty();
    }

    private static Value total(Questionnaire questionnaire, Answers answers) {
        return questionnaire.score(answers).values().iterator().next();
    }

    /** A published Dutch file repeats item 2 as item 4, and so loses fatigue. */
    @Test
    void asksAboutFatigueInBothLanguages() {
        Text fatigue = STUDY.questionnaire("phq-9").items().get(3).question();

        assertThat(fatigue)
                .isEqualTo(new Text(
                        "Feeling tired or having little energy", "Zich moe voelen of gebrek aan energie hebben"));
    }

    @Test
    void usesThePublishedLabelsAndPrintsTheAcknowledgement() {
        List<Questionnaire> both = List.of(STUDY.questionnaire("phq-9"), STUDY.questionnaire("gad-7"));

        assertThat(both).allSatisfy(form -> {
            assertThat(form.items().get(0).options())
                    .extracting(option -> option.label().en())
                    .containsExactly("Not at all", "Several days", "More than half the days", "Nearly every day");
            assertThat(form.attribution().map(Text::en).orElse("")).contains("No permission required to reproduce");
        });
    }

    @Test
    void asksHowDifficultItWasOnlyOfSomebodyWithAProblem() {
        Questionnaire phq9 = STUDY.questionnaire("phq-9");

        assertThat(phq9.asked(answers("phq9", "000000000")))
                .extracting(Item::code)
                .doesNotContain("phq9_10");
        assertThat(phq9.asked(answers("phq9", "000000001")))
                .extracting(Item::code)
                .contains("phq9_10");
        assertThat(Optional.of(phq9.items().get(8)).map(Item::exportClass)).contains("sensitive");
    }
}
