package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.shipped;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commensal.export.release.Table.Column;
import org.junit.jupiter.api.Test;

/** Adverse events, medicines, intercurrent events, factors and corrections of the flagship. */
class EventTablesTest {

    private static final String LOTTE = SmallTrial.code("LEI", 1);
    private static final String MIEN = SmallTrial.code("NIJ", 1);

    private final SmallTrial trial = new SmallTrial(shipped("gutbrain-migraine-3arm"))
            .randomised("a", LOTTE, "leiden")
            .screened("b", MIEN, "nijmegen");

    @Test
    void anAdverseEventIsCodedAndHasNoWords() {
        Table events = trial.form(LOTTE, "AE/1", "adverse-event", 9, """
                {"ae_kind":"bloating","ae_description":"Johanna felt bloated","ae_start":"2026-11-25","ae_ongoing":false,
                 "ae_end":"2026-11-28","ae_grade":3,"ae_serious":true,"ae_serious_by":["hospitalisation","other"],
                 "ae_narrative":"Johanna","ae_action":"paused","ae_outcome":"recovered","_missing":{}}""").table("adverse_events");

        assertThat(cells(
                        events,
                        "instance",
                        "category",
                        "start_day",
                        "end_day",
                        "ongoing",
                        "grade",
                        "serious",
                        "serious_by"))
                .containsExactly("1 bloating 5 8 false 3 true hospitalisation;other");
        assertThat(cells(events, "action", "outcome", "judged", "causality", "follow_up"))
                .containsExactly("paused recovered false - -");
        assertThat(SmallTrial.rows(events))
                .allSatisfy(row -> assertThat(row).noneMatch(cell -> cell.contains("Johanna")));
    }

    /** Whoever knows the group expects other harms of a diet than of a product. */
    @Test
    void whetherItWasExpectedIsToldWhereNobodyKnowsTheArm() {
        assertThat(columns(trial)).contains("causality").doesNotContain("expected");
        assertThat(columns(new SmallTrial(shipped("probiotic-placebo-2arm")))).contains("causality", "expected");
    }

    private static List<String> columns(SmallTrial trial) {
        return trial.table("adverse_events").columns().stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void medicinesAreNumberedByDayAndHaveAGroupForAName() {
        Table medication = trial.form(
                        LOTTE, "CM/1", "medicine", 9, medicine("Zoloft", "N06AB06", "started", "2026-11-25"))
                .form(LOTTE, "CM/2", "medicine", 9, medicine("Atacand", "C09CA06", "in_use", "2026-11-02"))
                .form(LOTTE, "CM/3", "medicine", 30, medicine("zoloft ", "N06AB06", "stopped", "2026-12-01"))
                .form(MIEN, "CM/1", "medicine", -20, medicine("Iets", "", "in_use", "2026-10-30"))
                .table("medication");

        assertThat(cells(medication, "subject", "instance", "medicine", "atc", "change", "study_day", "ongoing"))
                .containsExactly(
                        "a 2 1 C09C in-use -18 true",
                        "a 1 2 N06A started 5 false",
                        "a 3 2 N06A stopped 11 false",
                        "b 1 1 - in-use - true");
        assertThat(SmallTrial.rows(medication))
                .allSatisfy(row -> assertThat(String.join(" ", row).toLowerCase(Locale.ROOT))
                        .doesNotContain("zoloft", "atacand"));
    }

    private static String medicine(String product, String atc, String change, String day) {
        return """
                {"drug_class":"other","drug":{"product":"%s","atc":"%s"},"drug_indication":"mental","drug_change":"%s",
                 "drug_date":"%s","_missing":{}}""".formatted(product, atc, change, day);
    }

    /** That somebody is pregnant is sensitive: what follows from the test is in no release, what they stopped for is. */
    @Test
    void anAnswerThatIsInNoReleaseShowsNoIntercurrentEvent() {
        Table intercurrent = trial.form(
                        LOTTE, "CM/1", "medicine", 9, medicine("Zoloft", "N06AB06", "started", "2026-11-25"))
                .form(
                        LOTTE,
                        "AE/1",
                        "adverse-event",
                        9,
                        "{\"ae_start\":\"2026-11-25\",\"pregnancy_test_positive\":true,\"_missing\":{}}")
                .form(
                        LOTTE,
                        "ET/1",
                        "early-end",
                        12,
                        "{\"end_of\":\"study\",\"end_reason\":\"own_wish\",\"end_date\":\"2026-12-02\",\"_missing\":{}}")
                .table("intercurrent_events");

        assertThat(cells(intercurrent, "subject", "estimand", "intercurrent_event", "study_day", "event", "instance"))
                .containsExactly("a primary ICE_TAPER 5 CM 1", "a primary ICE_STOP 12 ET 1");
    }

    @Test
    void factorsAreThoseThatWereUsedAndASiteHasItsPseudonym() {
        trial.levels(LOTTE, Map.of("aura", "yes", "mmd-band", "8-14", "preventive", "no", "site", "leiden"));
        List<String> site = cells(trial.table("participants"), "subject", "site").stream()
                .filter(row -> row.startsWith("a "))
                .toList();

        assertThat(trial.table("factors").columns())
                .extracting(Column::name)
                .containsExactly("subject", "aura", "mmd_band", "preventive", "site");
        assertThat(cells(trial.table("factors"), "subject", "aura", "mmd_band", "preventive"))
                .containsExactly("a yes 8-14 no");
        assertThat(cells(trial.table("factors"), "subject", "site")).isEqualTo(site);
    }

    @Test
    void populationsAreThoseOfEverybodyWhoCameThatFar() {
        assertThat(cells(trial.table("populations"), "subject", "consented", "enrolled", "randomised"))
                .containsExactly("a true true true", "b true false false");
    }

    @Test
    void eachChangedValueHasItsHistoryAndFreeTextHasNone() {
        trial.form(
                        LOTTE,
                        "V2/changes",
                        "changes",
                        28,
                        "{\"chg_preventive\":true,\"chg_antibiotic_days\":3,\"chg_remark\":\"Johanna\",\"_missing\":{\"stress_programme\":\"skipped\"}}")
                .revision(
                        LOTTE,
                        "V2/changes",
                        "changes",
                        2,
                        40,
                        "{\"chg_preventive\":true,\"chg_antibiotic_days\":13,\"chg_remark\":\"she\",\"stress_programme\":\"none\",\"_missing\":{}}",
                        "{\"_missing\":{}}");
        Table corrections = trial.tables(true).stream()
                .filter(table -> table.name().equals("corrections"))
                .findFirst()
                .orElseThrow();

        assertThat(cells(
                        corrections,
                        "form",
                        "event",
                        "study_day",
                        "column",
                        "revision",
                        "old_value",
                        "new_value",
                        "corrected_day"))
                .containsExactly(
                        "changes V2 28 chg_antibiotic_days 2 3 13 40",
                        "changes V2 28 stress_programme 2 - none 40",
                        "changes V2 28 stress_programme_missing 2 skipped - 40");
    }
}
