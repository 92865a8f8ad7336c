package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.forTests;
import static org.commensal.export.release.SmallTrial.shipped;

import java.util.ArrayList;
import java.util.List;
import org.commensal.export.release.Table.Column;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;

/** A form of the second edition, through the first and the newest version of the flagship. */
class FormTableTest {

    private static final String LOTTE = SmallTrial.code("LEI", 1);
    private static final Study FIRST = forTests("published-earlier");
    private static final Study NOW = shipped("gutbrain-migraine-3arm");

    private final SmallTrial trial = new SmallTrial(FIRST, NOW).randomised("a", LOTTE, "leiden");

    @Test
    void whatAVersionDidNotAskIsNotApplicableThere() {
        Table changes = trial.earlier(
                        FIRST.version(), LOTTE, "V2/changes", "changes", "{\"chg_preventive\":true,\"_missing\":{}}")
                .form(
                        LOTTE,
                        "V3/changes",
                        "changes",
                        56,
                        "{\"chg_preventive\":false,\"chg_withdrawal\":true,\"_missing\":{\"stress_programme\":\"skipped\"}}")
                .table("changes");

        assertThat(cells(
                        changes,
                        "event",
                        "protocol_version",
                        "chg_preventive",
                        "chg_withdrawal",
                        "chg_withdrawal_missing",
                        "stress_programme_missing"))
                .containsExactly("V2 0.1 true - not-applicable not-applicable", "V3 0.4 false true - skipped");
        assertThat(new FormColumns(AmendedForm.of("changes", List.of(FIRST, NOW))).all())
                .extracting(Column::name)
                .doesNotContain("chg_withdrawal_missing");
    }

    @Test
    void aDateIsAStudyDay() {
        Table medicines = trial.form(
                        LOTTE,
                        "CM/1",
                        "medicine",
                        9,
                        "{\"drug\":{\"product\":\"Iets\"},\"drug_date\":\"2026-11-02\",\"_missing\":{}}")
                .table("medicine");

        assertThat(cells(medicines, "instance", "drug_date")).containsExactly("1 -18");
        assertThat(medicines.columns()).noneMatch(column -> column.kind() == Table.Kind.DAY);
    }

    @Test
    void whoHasARowIsToldWithoutReadingRows() {
        Table changes = trial.randomised("b", SmallTrial.code("LEI", 2), "leiden")
                .form(LOTTE, "V2/changes", "changes", 28, "{\"chg_preventive\":true,\"_missing\":{}}")
                .form(LOTTE, "V3/changes", "changes", 56, "{\"chg_preventive\":true,\"_missing\":{}}")
                .table("changes");
        List<String> read = new ArrayList<>();
        List<String> told = new ArrayList<>();

        changes.rows().each(cells -> read.add(cells[0]));
        changes.rows().subjects(told::add);

        assertThat(told).containsExactlyElementsOf(read.stream().distinct().toList());
    }

    @Test
    void theCodesOfVisitsBlocksAndEventsMeanSomething() {
        Column event = trial.table("changes").columns().get(1);

        assertThat(event.values()).contains("V4 = Week 12", "B0 = Diary before the draw", "AE = ");
    }
}
