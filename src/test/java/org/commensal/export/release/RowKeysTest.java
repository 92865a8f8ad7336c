package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.shipped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Stage;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;

/** What names a row: nothing that is different in a later release. */
class RowKeysTest {

    private static final Study FLAGSHIP = shipped("gutbrain-migraine-3arm");
    private static final Study TWO_SITES = SmallTrial.forTests("two-sites");
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

    @Test
    void anOutcomeKeepsItsKeyWhicheverVisitItsBaselineIsOf() {
        assertThat(keys(randomised().table("endpoints"))).noneMatch(key -> key.contains("V0") || key.contains("V1"));
    }

    @Test
    void otherCellsLeaveARowItsName() {
        Table diary = randomised().table("diary");
        Table cut = new Table(
                diary.name(),
                diary.label(),
                diary.columns().subList(0, 1),
                diary.rows().with(cells -> new String[] {cells[0]}));

        assertThat(keys(cut)).isEqualTo(keys(diary));
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

    /** A release of before there were editions is compared with those of today. */
    @Test
    void aFormHasTheSameKeysInTheFirstEdition() {
        String nora = SmallTrial.code("NOR", 1);
        SmallTrial trial = new SmallTrial(TWO_SITES)
                .randomised("a", nora, "north")
                .form(nora, "C1/check", "check", 1, answers(1))
                .form(nora, "C2/check", "check", 2, answers(2));
        Basis basis = trial.basis();
        Table first = new QuestionnaireTable(
                        TWO_SITES,
                        AmendedForm.of("check", basis.versions()),
                        basis.subjects(),
                        new Standing(trial, basis),
                        1)
                .table();

        assertThat(keys(first)).isEqualTo(keys(trial.table("check"))).hasSize(2);
        assertThat(SmallTrial.cells(first, "attacks")).containsExactly("1", "2");
    }

    /** What the first edition reads, of the same facts. */
    private static final class Standing extends SealedFacts {

        private final SmallTrial trial;
        private final Basis basis;

        Standing(SmallTrial trial, Basis basis) {
            this.trial = trial;
            this.basis = basis;
        }

        @Override
        Map<String, Integer> counts(String study, String form) {
            return trial.facts().counts(study, form);
        }

        @Override
        Collection<Answered> answered(String study, String form, long checkpoint, List<String> participants) {
            List<Answered> standing = new ArrayList<>();
            trial.responses().standing(basis, form, participants, standing::addAll);
            return standing;
        }
    }

    @Test
    void whatACorrectionSaysHasTheKeyOfItsRevision() {
        SmallTrial trial = new SmallTrial(TWO_SITES)
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
