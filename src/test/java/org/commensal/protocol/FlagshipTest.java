package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The example study that is shipped: whole, faultless, and as its protocol says. */
class FlagshipTest {

    static final Path FOLDER = Path.of("study-protocols", "gutbrain-migraine-3arm");

    private static final Study STUDY = StudyReader.read(FOLDER);

    @Test
    void isReadWithoutAFaultInUnderTwoSeconds() {
        Study again = Assertions.assertTimeout(Duration.ofSeconds(2), () -> StudyReader.read(FOLDER));

        assertThat(again.id()).isEqualTo(FOLDER.getFileName().toString());
        assertThat(again.sites()).extracting(Study.Site::prefix).containsExactly("LEI", "NIJ", "ZWO", "MAA");
        assertThat(again.arms()).extracting(Study.ArmDescription::code).containsExactly("PROB", "LFD", "MED");
        assertThat(again.openLabel()).containsExactly("participant", "coordinator");
        assertThat(again.target()).isEqualTo(309);
    }

    @Test
    void saysThatItIsAnExample() {
        assertThat(STUDY.notice().orElseThrow().in(Language.EN))
                .isEqualTo("Illustrative protocol, not approved by an ethics committee; not medical advice.");
    }

    @Test
    void judgesEveryCriterionButThoseItLeavesOutWithTheReason() {
        assertThat(STUDY.criteria())
                .extracting(Study.Criterion::id)
                .contains("I01", "I04", "E03", "E05", "E11", "E17")
                .doesNotContain("I09", "E09")
                .hasSize(9 + 16);
        assertThat(STUDY.criteriaLeftOut())
                .extracting(text -> text.en().substring(0, text.en().indexOf(':')))
                .containsExactly("I09", "E04B", "E09");
    }

    @Test
    void minimisesOverAuraBandPreventiveAndSite() {
        assertThat(STUDY.scheme().factors())
                .extracting(factor -> factor.name() + factor.levels())
                .containsExactly(
                        "aura[no, yes]",
                        "mmd-band[4-7, 8-14, 15+]",
                        "preventive[no, yes]",
                        "site[leiden, nijmegen, zwolle, maastricht]");
    }

    @Test
    void asksThreeQuestionsOnADayWithoutHeadache() {
        List<String> asked = STUDY
                .questionnaire("diary")
                .asked(Map.of("headache", "false", "acute_medication", "false", "aura", "false"))
                .stream()
                .map(item -> item.code())
                .toList();

        assertThat(asked).containsExactly("headache", "acute_medication", "aura");
    }

    @Test
    void computesTheBodyMassIndexExactlyAtTheLimit() {
        Answers answers = STUDY.questionnaire("measurements")
                .accept(Map.of("weight_kg", "53,5", "height_cm", new BigDecimal(170)));

        Study.Criterion bmi = STUDY.criteria().stream()
                .filter(criterion -> criterion.id().equals("E03"))
                .findFirst()
                .orElseThrow();
        assertThat(answers.get("bmi")).isInstanceOf(Value.Num.class);
        assertThat(bmi.expression().evaluate(answers::get)).isEqualTo(new Value.Bool(false));
    }

    @Test
    void aManIsEvaluableWithoutQuestionsAboutPregnancy() {
        Study.Criterion pregnancy = STUDY.criteria().stream()
                .filter(criterion -> criterion.id().equals("E05"))
                .findFirst()
                .orElseThrow();

        assertThat(pregnancy
                        .expression()
                        .evaluate(name -> name.equals("sex") ? new Value.Word("male") : Value.Missing.NOT_APPLICABLE))
                .isEqualTo(new Value.Bool(false));
        assertThat(pregnancy
                        .expression()
                        .evaluate(name -> name.equals("sex") ? new Value.Word("female") : Value.Missing.SKIPPED))
                .isEqualTo(Value.Missing.UNKNOWN);
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        Map<String, byte[]> files = new HashMap<>(StudyFolder.of(FOLDER).files());
        String form = new String(files.get("forms/pgic.yaml"), StandardCharsets.UTF_8);
        files.put("forms/pgic.yaml", (form + "colour: blue\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> StudyReader.read(files))
                .isInstanceOfSatisfying(FaultyStudy.class, faulty -> assertThat(faulty.faults())
                        .singleElement()
                        .extracting(ProtocolFault::file, ProtocolFault::line)
                        .containsExactly("forms/pgic.yaml", (int) form.lines().count() + 1));
    }

    @Test
    void isTheSameFromDiskAndFromMemory() {
        StudyFolder folder = StudyFolder.of(FOLDER);

        assertThat(StudyReader.read(folder.files()).questionnaires())
                .containsKeys("phq-9", "gad-7", "diary", "screening");
        assertThat(StudyFolder.of(new HashMap<>(folder.files())).hash())
                .isEqualTo(folder.hash())
                .matches("[0-9a-f]{64}");
        assertThat(folder.files()).containsKeys("instruments/phq-9.yaml", "instruments/gad-7.yaml");
    }
}
