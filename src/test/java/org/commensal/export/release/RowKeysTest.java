package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.shipped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;

/** What names a row: nothing that is different in a later release. */
class RowKeysTest {

    private static final Study FLAGSHIP = shipped("gutbrain-migraine-3arm");
    private static final String LOTTE = SmallTrial.code("LEI", 1);
    private static final LocalDate ENROLLED = RANDOMISED.minusDays(28);

    private static List<String> keys(Table table) {
        List<String> keys = new ArrayList<>();
        RowKeys.each(table, (key, cells) -> keys.add(key));
        return keys;
    }

    private static SmallTrial inRunIn() {
        SmallTrial trial = new SmallTrial(FLAGSHIP)
                .subject("a", LOTTE, "leiden", Map.of(Stage.CONSENTED, ENROLLED, Stage.ENROLLED, ENROLLED), Map.of());
        return DiaryTablesTest.fill(trial, LOTTE, "B0", ENROLLED.plusDays(2), 20);
    }

    private static SmallTrial randomised() {
        SmallTrial trial = new SmallTrial(FLAGSHIP).randomised("a", LOTTE, "leiden");
        DiaryTablesTest.fill(trial, LOTTE, "B0", ENROLLED, 28);
        return DiaryTablesTest.fill(trial, LOTTE, "B1", RANDOMISED, 5);
    }

    @Test
    void everyRowOfEveryTableHasItsOwn() {
        for (SmallTrial trial : List.of(inRunIn(), randomised())) {
            for (Table table : trial.tables(true)) {
                assertThat(keys(table))
                        .as(table.name())
                        .doesNotHaveDuplicates()
                        .hasSize(SmallTrial.rows(table).size());
            }
        }
    }

    /** Nothing but a count would tell them apart: no key ends in more than the first. */
    @Test
    void noRowOfASubjectIsNamedByItsPlaceAlone() {
        for (Table table : randomised().tables(true)) {
            assertThat(keys(table)).as(table.name()).allSatisfy(key -> assertThat(key)
                    .endsWith("\n1"));
        }
    }

    /** Study days are empty until somebody is randomised, and a day in between may have been filled in late. */
    @Test
    void aDayOfADiaryKeepsItsKeyWhenItsSubjectIsRandomised() {
        List<String> before = keys(inRunIn().table("diary"));
        List<String> after = keys(randomised().table("diary"));

        assertThat(before).hasSize(20);
        assertThat(after).hasSize(33).containsAll(before);
        assertThat(SmallTrial.cells(inRunIn().table("diary"), "study_day")).containsOnly("-");
    }

    @Test
    void whatACorrectionSaysHasTheKeyOfItsRevision() {
        SmallTrial trial = new SmallTrial(SmallTrial.forTests("two-sites"))
                .randomised("a", SmallTrial.code("NOR", 1), "north")
                .revision(SmallTrial.code("NOR", 1), "C1/check", "check", 1, 1, answers(1), "{}")
                .revision(SmallTrial.code("NOR", 1), "C1/check", "check", 2, 2, answers(2), "{}");
        List<String> before = keys(corrections(trial));
        List<String> after = keys(
                corrections(trial.revision(SmallTrial.code("NOR", 1), "C1/check", "check", 3, 3, answers(3), "{}")));

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(2).containsAll(before);
    }

    private static String answers(int attacks) {
        return "{\"attacks\":" + attacks + ",\"_missing\":{}}";
    }

    private static Table corrections(SmallTrial trial) {
        return trial.tables(true).stream()
                .filter(table -> table.name().equals("corrections"))
                .findFirst()
                .orElseThrow();
    }
}
