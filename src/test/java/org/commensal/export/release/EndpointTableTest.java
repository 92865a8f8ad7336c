package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.changed;
import static org.commensal.export.release.SmallTrial.shipped;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.export.release.EndpointPlan.Endpoint;
import org.commensal.export.release.EndpointPlan.Source;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcomes of the flagship: changes over blocks of the diary, and scores at visits. */
class EndpointTableTest {

    private static final Study FLAGSHIP = shipped("gutbrain-migraine-3arm");
    private static final String LOTTE = SmallTrial.code("LEI", 1);
    private static final String PHQ = "{\"_missing\":{}}";
    private static final String[] TOLD = {
        "outcome", "variable", "event", "at_baseline", "value", "value_missing", "baseline", "change", "change_missing"
    };

    @ParameterizedTest(name = "{0}: {1} after {2}")
    @CsvSource({
        "mmd-change, mmd_b3@B3, mmd_runin@B0",
        "responder-50, mmd_b3@B3, mmd_runin@B0",
        "phq-9-change, phq9_total@V4/phq-9, phq9_total@V1/phq-9",
        "pgic-improved, pgic_01@V4/pgic, ''",
        "process-medas, medas13@V4/medas-14, medas13@V1/medas-14 medas13@SCR/medas-14",
    })
    void eachOutcomeIsReadAtItsTimePointAfterItsBaseline(String outcome, String at, String baseline) {
        List<Endpoint> endpoints = endpoints(FLAGSHIP, outcome);

        assertThat(endpoints).extracting(endpoint -> written(endpoint.at())).containsExactly(at);
        assertThat(endpoints.get(0).baseline().stream()
                        .map(EndpointTableTest::written)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(baseline);
    }

    @Test
    void variablesByOtherFunctionsStandBesideEachOther() {
        assertThat(endpoints(FLAGSHIP, "out-of-band"))
                .extracting(endpoint -> written(endpoint.at()))
                .containsExactly("chronic_runin@B0", "mhd_b3@B3");
    }

    @Test
    void whatNoFormOfTheVisitAsksOrNoReleaseMayHoldIsNamed() {
        EndpointPlan plan = plan(FLAGSHIP);

        assertThat(plan.elsewhere()).contains("hp_nrs", "calprotectin_faecal", "expect_benefit_probiotic");
        assertThat(new EndpointPlan(FLAGSHIP, Set.of()).endpoints())
                .allMatch(endpoint -> endpoint.at().derived());
        assertThat(new SmallTrial(FLAGSHIP).table("endpoints").columns().get(4).values())
                .contains("hp_nrs");
    }

    @Test
    void aChangeStandsBesideTheValueAndItsBaselineInARowBefore() {
        SmallTrial trial =
                new SmallTrial(FLAGSHIP).randomised("a", LOTTE, "leiden").on(RANDOMISED.plusDays(100));
        DiaryTablesTest.fill(trial, LOTTE, "B0", RANDOMISED.minusDays(28), 28);
        for (int day = 56; day < 84; day++) {
            trial.diary(
                    LOTTE,
                    "B3",
                    "diary",
                    RANDOMISED.plusDays(day),
                    day % 2 == 0 ? DiaryTablesTest.MIGRAINE : DiaryTablesTest.GOOD);
        }
        trial.revision(LOTTE, "V1/phq-9", "phq-9", 1, -2, PHQ, "{\"phq9_total\":12,\"_missing\":{}}")
                .revision(LOTTE, "V4/phq-9", "phq-9", 1, 85, PHQ, "{\"_missing\":{\"phq9_total\":\"unknown\"}}")
                .form(LOTTE, "V4/pgic", "pgic", 85, "{\"_missing\":{\"pgic_01\":\"skipped\"}}");

        assertThat(cells(trial.table("endpoints"), TOLD))
                .contains(
                        "mmd-change mmd_runin B0 true 7 - - - not-applicable",
                        "mmd-change mmd_b3 B3 false 14 - 7 7 -",
                        "responder-50 mmd_b3 B3 false 14 - 7 - not-applicable",
                        "mmd-change-b1 mmd_b1 B1 false - unknown 7 - unknown",
                        "mmd-change-b5 mmd_b5 B5 false - not-reached 7 - not-reached",
                        "phq-9-change phq9_total V1 true 12 - - - not-applicable",
                        "phq-9-change phq9_total V4 false - unknown 12 - unknown",
                        "gad-7-change gad7_total V4 false - unknown - - unknown",
                        "pgic-improved pgic_01 V4 false - skipped - - not-applicable");
    }

    @Test
    void theLastValueBeforeRandomisationIsTheBaseline() {
        SmallTrial trial = new SmallTrial(FLAGSHIP)
                .randomised("a", LOTTE, "leiden")
                .revision(LOTTE, "SCR/medas-14", "medas-14", 1, -29, PHQ, "{\"medas13\":5,\"_missing\":{}}");

        assertThat(cells(trial.table("endpoints"), TOLD))
                .contains("process-medas medas13 SCR true 5 - - - not-applicable");

        trial.revision(LOTTE, "V1/medas-14", "medas-14", 1, -2, PHQ, "{\"medas13\":8,\"_missing\":{}}");

        assertThat(cells(trial.table("endpoints"), TOLD))
                .contains("process-medas medas13 V1 true 8 - - - not-applicable");
    }

    @Test
    void aChangeInPerCentIsOfTheBaselineAndUnknownFromNothing() {
        Study study = changed(
                "gutbrain-migraine-3arm",
                "variables: [phq9_total]\n    metric: change-from-baseline",
                "variables: [phq9_total]\n    metric: percent-change");

        assertThat(phq(study, 12, 9)).isEqualTo("9 - 12 -25 -");
        assertThat(phq(study, 0, 9)).isEqualTo("9 - 0 - unknown");
    }

    private static String phq(Study study, int before, int after) {
        SmallTrial trial = new SmallTrial(study)
                .randomised("a", LOTTE, "leiden")
                .revision(LOTTE, "V1/phq-9", "phq-9", 1, -2, PHQ, "{\"phq9_total\":" + before + ",\"_missing\":{}}")
                .revision(LOTTE, "V4/phq-9", "phq-9", 1, 85, PHQ, "{\"phq9_total\":" + after + ",\"_missing\":{}}");
        return cells(
                        trial.table("endpoints"),
                        "outcome",
                        "event",
                        "value",
                        "value_missing",
                        "baseline",
                        "change",
                        "change_missing")
                .stream()
                .filter(row -> row.startsWith("phq-9-change V4 "))
                .map(row -> row.replace("phq-9-change V4 ", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverEndedTheirScreeningHasNoOutcome() {
        SmallTrial trial =
                new SmallTrial(FLAGSHIP).screened("a", LOTTE, "leiden").ended(LOTTE, RANDOMISED.minusDays(29));

        assertThat(cells(trial.table("endpoints"), "value_missing")).containsOnly("not-applicable");
    }

    @Test
    void aWordIsTold() {
        Study placebo = shipped("probiotic-placebo-2arm");
        String code = SmallTrial.code(placebo.sites().get(0).prefix(), 1);
        Table endpoints = new SmallTrial(placebo)
                .randomised("a", code, placebo.sites().get(0).code())
                .form(
                        code,
                        "V4/" + form(placebo, "guess"),
                        form(placebo, "guess"),
                        85,
                        "{\"guess\":\"unknown\",\"_missing\":{}}")
                .table("endpoints");

        assertThat(cells(endpoints, "outcome", "variable", "value", "value_missing", "value_code"))
                .contains("blinding guess - - unknown");
    }

    private static String form(Study study, String item) {
        return study.questionnaires().values().stream()
                .filter(form -> form.items().stream().anyMatch(one -> one.code().equals(item)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @CsvSource({"6.461538461538461538461538461538, 6.461538461538462", "8.0, 8", "-0.50, -0.5", "1E+3, 1000"})
    void aNumberHasAsManyDigitsAsAnalystsKeep(String exact, String written) {
        assertThat(Cell.of(new Value.Num(new BigDecimal(exact))).number()).isEqualTo(written);
    }

    private static EndpointPlan plan(Study study) {
        return new EndpointPlan(study, FormColumns.released(List.of(study)));
    }

    private static List<Endpoint> endpoints(Study study, String outcome) {
        return plan(study).endpoints().stream()
                .filter(endpoint -> endpoint.outcome().id().equals(outcome))
                .toList();
    }

    private static String written(Source source) {
        return source.variable() + "@" + (source.derived() ? source.event() : source.task());
    }
}
