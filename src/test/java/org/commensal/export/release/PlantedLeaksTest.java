package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;
import org.commensal.leakage.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaks planted one at a time, each of them found; and honest data, which pass however large the effect. */
class PlantedLeaksTest {

    private final Cohort cohort = new Cohort();

    @Test
    void aQuestionThatOneArmAnswers() {
        refused((arm, row) -> skip(row, "pack", arm == 0), Rule.WHOLESALE, "check.pack skipped");
    }

    @Test
    void aFormThatOneArmHasAtOneVisit() {
        refused(
                (arm, row) -> {
                    if (arm == 1 && "C2".equals(row.get("event"))) {
                        row.clear();
                    }
                },
                Rule.WHOLESALE,
                "rows of check at C2");
    }

    @Test
    void whatIsMissingMoreOftenInOneArm() {
        refused(
                (arm, row) -> skip(row, "sleep", arm == 0 && cohort.chance.nextInt(2) == 0),
                Rule.ASSOCIATION,
                "check.sleep skipped");
    }

    @Test
    void aReasonThatOneArmGives() {
        refused(
                (arm, row) -> {
                    if ("skipped".equals(row.get("sleep_missing"))) {
                        row.put("sleep_missing", arm == 0 ? "refused" : "skipped");
                    }
                },
                Rule.ASSOCIATION,
                "check.sleep refused");
    }

    @Test
    void somebodyWhoSeesOneArmAlone() {
        refused(
                (arm, row) -> row.put("seen_by", arm == 0 ? "d1" : cohort.chance.nextBoolean() ? "d2" : "n1"),
                Rule.WHOLESALE,
                "check.seen_by = d1");
    }

    /** It is part of a score, which a treatment may change; this one no treatment changes. */
    @Test
    void aQuestionThatNamesAnArm() {
        refused((arm, row) -> row.put("with_plan", arm == 0 ? "7" : "0"), Rule.WHOLESALE, "check.with_plan = 0");
    }

    /** Two dietitians for one arm, and a third who sees everybody: neither of the two sees half of it. */
    @Test
    void oneOfSeveralWhoSeeOneArm() {
        refused(
                (arm, row) -> row.put("seen_by", arm == 0 && cohort.chance.nextInt(4) == 0 ? "d1" : "n1"),
                Rule.ONE_ARM,
                "check.seen_by = d1");
    }

    @Test
    void aVisitThatIsEarlierInOneArm() {
        refused(
                (arm, row) -> row.put("study_day", Integer.toString(Integer.parseInt(row.get("study_day")) - 3 * arm)),
                Rule.ASSOCIATION,
                "first day of check");
    }

    @Test
    void aScaleWithADecimalInOneArm() {
        refused(
                (arm, row) -> row.merge("weight", arm == 0 ? ".5" : "", String::concat),
                Rule.WHOLESALE,
                "check.weight, decimals");
    }

    @Test
    void whatIsLateInOneArm() {
        refused(
                (arm, row) -> row.put("late", Boolean.toString(arm == 0 && cohort.chance.nextInt(3) == 0)),
                Rule.ASSOCIATION,
                "check.late");
    }

    @Test
    void subjectsInTheOrderOfRandomisation() {
        Verdict verdict = cohort.with((arm, row) -> {}).inSequence().checked();

        assertThat(verdict.findings()).extracting(Finding::rule).contains(Rule.SEQUENCE);
        assertThat(verdict.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"KIT-123455, 123455", "KIT-001234, 1234"})
    void aKitNumberThatSomebodyTyped(String kit, String typed) {
        String id = cohort.idOf(3);
        cohort.with((arm, row) -> {
            if (id.equals(row.get("subject"))) {
                row.put("pack", typed);
            }
        });

        Verdict verdict = cohort.checked(Map.of(id, KitNumbers.written(Set.of(kit))));

        assertThat(verdict.findings())
                .extracting(Finding::rule, Finding::feature)
                .contains(tuple(Rule.KIT_NUMBER, "check.pack"));
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void anotherNumberOfSixDigitsIsNoKit() {
        String id = cohort.idOf(3);
        cohort.with((arm, row) -> row.put("pack", "123455"));

        assertThat(cohort.checked(Map.of(id, KitNumbers.written(Set.of("KIT-654321"))))
                        .passed())
                .isTrue();
    }

    /** A treatment that takes three in four attacks away, and with them the question that is asked where there was one. */
    @Test
    void honestDataPassHoweverLargeTheEffect() {
        Verdict verdict = cohort.with((arm, row) -> {
                    if (arm == 0) {
                        cohort.attacks(row, Math.max(0, Integer.parseInt(row.get("attacks")) - 6));
                    }
                })
                .checked();

        assertThat(verdict.findings()).noneMatch(finding -> finding.grade() == Grade.BLOCK);
        assertThat(verdict.findings()).isNotEmpty();
    }

    @Test
    void honestDataPass() {
        assertThat(cohort.with((arm, row) -> {}).checked().passed()).isTrue();
    }

    /** A true effect as well, and refused all the same: who stays away is no answer of a participant. */
    @Test
    void whoeverStaysAwayMoreInOneArmIsALeak() {
        refused(
                (arm, row) -> {
                    if (arm == 0 && "C3".equals(row.get("event")) && cohort.chance.nextInt(2) == 0) {
                        row.clear();
                    }
                },
                Rule.ASSOCIATION,
                "rows of check");
    }

    private void refused(BiConsumer<Integer, Map<String, String>> plant, Rule rule, String feature) {
        Verdict verdict = cohort.with(plant).checked();

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.findings())
                .filteredOn(finding -> finding.grade() == Grade.BLOCK)
                .anySatisfy(finding -> {
                    assertThat(finding.feature()).startsWith(feature);
                    assertThat(finding.rule()).isEqualTo(rule);
                });
    }

    private static void skip(Map<String, String> row, String item, boolean skipped) {
        if (skipped && !row.isEmpty()) {
            row.put(item, "");
            row.put(item + "_missing", "skipped");
        }
    }
}
