package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.commensal.export.release.Table.Column;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from an item that tells the arm is in no release either. */
class ArmTellingTest {

    private static final String PLANTED = """
            title: {en: "Check", nl: "Controle"}
            minutes: 1
            items:
              - {code: attacks, type: integer, least: 0, most: 99, required: true, question: {en: "Attacks", nl: "Aanvallen"}}
              - {code: sachets, type: integer, least: 0, most: 9, export: tells-arm, question: {en: "Sachets", nl: "Sachets"}}
              - {code: taste, type: boolean, ask-if: sachets > 0, question: {en: "Is it sour?", nl: "Is het zuur?"}}
              - {code: how_sour, type: nrs, ask-if: taste, question: {en: "How sour?", nl: "Hoe zuur?"}}
              - {code: percent, type: computed, formula: sachets * 10, question: {en: "Percent", nl: "Procent"}}
              - {code: calm, type: boolean, question: {en: "Calm?", nl: "Kalm?"}}
            scores:
              - {code: kept, label: {en: "Kept", nl: "Volgehouden"}, formula: count(percent >= 80)}
              - {code: twice, label: {en: "Twice", nl: "Tweemaal"}, formula: attacks * 2}
            """;

    @Test
    void whatIsAskedOrComputedBecauseOfItHasNoColumn() {
        Study planted = Studies.withCheck(PLANTED);

        assertThat(ArmTelling.of(List.of(planted)))
                .isEqualTo(Set.of("sachets", "taste", "how_sour", "percent", "kept"));
        assertThat(columns(planted))
                .containsExactly("subject", "event", "study_day", "late", "attacks", "calm", "calm_missing", "twice");
    }

    /** Of two versions it is enough that one says so: the answers are in one column. */
    @Test
    void oneVersionThatSaysSoIsEnough() {
        Study before = Studies.withCheck(PLANTED.replace(" export: tells-arm,", ""));
        Study after = Studies.withCheck(PLANTED, "2");

        assertThat(ArmTelling.of(List.of(before))).isEmpty();
        assertThat(columns(before)).contains("sachets", "taste_missing", "kept");
        assertThat(columns(before, after)).doesNotContain("sachets", "taste", "taste_missing", "how_sour", "kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void noColumnIsOfAKitAPlaceOrAPerson(String id) {
        assertThat(allColumns(id))
                .noneMatch(name -> name.matches(".*(kit|batch|sequence|stratum|randomi[sz]ed_at|staff_id).*"));
    }

    @Test
    void theExampleReleasesNothingThatTellsItsDiets() {
        assertThat(allColumns("gutbrain-migraine-3arm")).noneMatch(name -> name.matches("(sachets|plan|assessor)_.*"));
    }

    private static List<String> allColumns(String shipped) {
        return AmendedForm.all(List.of(Studies.shipped(shipped))).stream()
                .flatMap(form -> new FormColumns(form).all().stream())
                .map(Column::name)
                .toList();
    }

    private static List<String> columns(Study... versions) {
        return new FormColumns(AmendedForm.of("check", List.of(versions)))
                .all().stream().map(Column::name).toList();
    }
}
