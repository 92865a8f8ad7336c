package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .contains("I01", "I04", "E03", "E05", "E09", "E11", "E17")
                .doesNotContain("I09")
                .hasSize(9 + 17);
        assertThat(STUDY.criteriaLeftOut())
                .extracting(text -> text.en().substring(0, text.en().indexOf(':')))
                .containsExactly("I09", "E04B");
    }

    @Test
    void describesEachArmThatIsDrawnAndAControlThatIsNot() {
        assertThat(STUDY.protocol().interventions()).containsOnlyKeys("PROB", "LFD", "MED");
        assertThat(STUDY.protocol().armsNotUsed())
                .extracting(Study.ArmDescription::code)
                .containsExactly("UC");
        assertThat(STUDY.protocol().limitations().get(0).en()).contains("no placebo");
    }

    @Test
    void makesItsPrimaryOutcomePreciseByAnEstimand() {
        Protocol.AnalysisPlan plan = STUDY.protocol().analysis();

        assertThat(plan.outcomes())
                .filteredOn(outcome -> outcome.role().equals("primary"))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.variables()).containsExactly("mmd_runin", "mmd_b3"));
        assertThat(plan.outcomes())
                .filteredOn(outcome -> outcome.role().equals("key-secondary"))
                .extracting(Protocol.Outcome::order)
                .containsExactly(1, 2);
        assertThat(plan.estimands().get(0).outcome()).isEqualTo("mmd-change");
        assertThat(plan.estimands().get(0).intercurrentEvents())
                .extracting(event -> event.id() + " " + event.strategy())
                .containsExactly(
                        "ICE_STOP treatment-policy",
                        "ICE_ACUTE composite",
                        "ICE_PREV hypothetical",
                        "ICE_TAPER treatment-policy",
                        "ICE_ABX treatment-policy",
                        "ICE_WITHDRAW hypothetical",
                        "ICE_PREG while-on-treatment",
                        "ICE_DEATH composite");
        assertThat(plan.sampleSize().orElseThrow().perArm() * STUDY.arms().size())
                .isEqualTo(STUDY.target());
    }

    @Test
    void hasEverySafetyRuleOrTheReasonWhyNot() {
        Conduct.Safety safety = STUDY.conduct().safety();

        assertThat(safety.alerts())
                .extracting(Conduct.Alert::id)
                .containsExactly("ST1", "ST2", "ST3", "ST4", "ST5", "ST6", "ST7", "ST8", "ST9", "ST10", "ST11");
        assertThat(safety.alertsLeftOut()).isEmpty();
        assertThat(alert("ST3").help().map(text -> text.in(Language.NL)).orElse(""))
                .contains("0800-0113");
    }

    @ParameterizedTest
    @CsvSource({
        "ST1, weight_kg=72.0 weight_v1=80 bmi=24, true",
        "ST1, weight_kg=72.1 weight_v1=80 bmi=24, false",
        "ST1, bmi=17.9, true",
        "ST2, weight_kg=76.0 weight_v1=80, true",
        "ST2, weight_kg=76.1 weight_v1=80, false",
        "ST3, phq9_09=1, true",
        "ST3, phq9_09=0, false",
        "ST4, phq9_total=20, true",
        "ST4, phq9_total=15 phq9_v1=10, true",
        "ST4, phq9_total=15 phq9_v1=11, false",
        "ST4, phq9_total=14 phq9_v1=2, false",
        "ST5, mmd_b2=15 mmd_runin=10, true",
        "ST5, mmd_b2=17 mmd_runin=12, false",
        "ST5, mmd_b2=8 mmd_runin=4, false",
        "ST9, calprotectin_faecal=250, true",
        "ST9, calprotectin_faecal=249.9, false",
        "ST10, urticaria_grade=3, true",
        "ST11, overuse_runin=0 overuse_b1=1 overuse_b2=1 overuse_b3=1 mhd_b1=15 mhd_b2=15 mhd_b3=15, true",
        "ST11, overuse_runin=0 overuse_b1=1 overuse_b2=1 overuse_b3=1 mhd_b1=15 mhd_b2=14.9 mhd_b3=15, false",
        "ST11, overuse_runin=1 overuse_b1=1 overuse_b2=1 overuse_b3=1 mhd_b1=15 mhd_b2=15 mhd_b3=15, false",
    })
    void raisesAnAlertExactlyAtItsLimit(String id, String variables, boolean raised) {
        Map<String, Value> known = new HashMap<>();
        for (String variable : variables.split(" ", -1)) {
            int sign = variable.indexOf('=');
            known.put(variable.substring(0, sign), new Value.Num(new BigDecimal(variable.substring(sign + 1))));
        }

        assertThat(alert(id).when().holds(name -> known.getOrDefault(name, Value.Missing.UNKNOWN)))
                .isEqualTo(raised);
    }

    private static Conduct.Alert alert(String id) {
        return STUDY.conduct().safety().alerts().stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void offersFormsOfEventsWithoutADay() {
        assertThat(STUDY.schedule().events())
                .extracting(event -> event.form() + " " + event.repeating())
                .containsExactly("adverse-event true", "medicine true", "laboratory true", "early-end false");
        assertThat(STUDY.schedule().tasks(Map.of(Schedule.Anchor.RANDOMISATION, LocalDate.of(2026, 11, 23))))
                .extracting(Schedule.Task::form)
                .doesNotContain("adverse-event", "medicine", "laboratory", "early-end");
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
        String form = new String(files.get("forms/changes.yaml"), StandardCharsets.UTF_8);
        files.put("forms/changes.yaml", (form + "colour: blue\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> StudyReader.read(files))
                .isInstanceOfSatisfying(FaultyStudy.class, faulty -> assertThat(faulty.faults())
                        .singleElement()
                        .extracting(ProtocolFault::file, ProtocolFault::line)
                        .containsExactly(
                                "forms/changes.yaml", (int) form.lines().count() + 1));
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
