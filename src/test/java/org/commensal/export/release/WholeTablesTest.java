package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.forTests;
import static org.commensal.export.release.SmallTrial.rows;
import static org.commensal.export.release.SmallTrial.shipped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all tables of a release, whatever happened in the trial. */
class WholeTablesTest {

    private static final Study TWO_SITES = forTests("two-sites");
    private static final String NORA = SmallTrial.code("NOR", 1);
    private static final String NEEL = SmallTrial.code("NOR", 2);
    private static final String SOUAD = SmallTrial.code("SOU", 1);
    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}-[0-9]{4,6}-[0-9]");

    /** Otherwise no dataset of the study could be released. */
    @ParameterizedTest
    @ValueSource(strings = {"gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void nothingAroundTheDataOfAShippedStudyHoldsTheCodeOfAnArm(String id) {
        Study study = shipped(id);

        assertThat(ArmWords.in(study, new SmallTrial(study).tables(true))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void whichTablesAndColumnsThereAreDoesNotFollowFromTheFacts(String id) {
        Study study = shipped(id);
        String site = study.sites().get(0).code();
        SmallTrial empty = new SmallTrial(study);
        SmallTrial several = new SmallTrial(study)
                .randomised("a", NORA, site)
                .subject(
                        "b",
                        NEEL,
                        site,
                        Map.of(Stage.CONSENTED, RANDOMISED),
                        Map.of(Part.FOLLOW_UP, RANDOMISED.plusDays(1)));

        assertThat(layout(several)).isEqualTo(layout(empty));
        assertThat(layout(empty).keySet())
                .contains("participants", "populations", "visits", "diary_days", "diary_blocks", "deviations")
                .contains("endpoints", "adverse_events", "medication")
                .doesNotContain("corrections");
    }

    @Test
    void withoutDiaryEventsAndOutcomesThereIsNoTableOfThem() {
        assertThat(layout(new SmallTrial(TWO_SITES)).keySet())
                .containsExactlyInAnyOrder(
                        "participants",
                        "flow",
                        "populations",
                        "factors",
                        "visits",
                        "deviations",
                        "screening",
                        "mood",
                        "check");
    }

    @Test
    void theHistoryIsThereForThoseWhoAskForIt() {
        assertThat(new SmallTrial(TWO_SITES).tables(true))
                .extracting(Table::name)
                .contains("corrections");
    }

    @Test
    void aTableStepsAsideForAFormOfItsName() {
        List<Table> tables = List.of(
                new Table("visits", Text.same("Visits"), List.of(), rows -> {}),
                new Table("factors", Text.same("Factors"), List.of(), rows -> {}));

        assertThat(WholeTables.named(tables, Set.of("visits", "mood")))
                .extracting(Table::name)
                .containsExactly("subject_visits", "factors");
    }

    /** Whatever was filled in, whoever stopped and whenever the release is made. */
    @Property(seed = "20261130", tries = 150)
    void theTablesAgreeAndTellNoDateCodeOrArm(
            @ForAll @IntRange(max = 511) int filledIn,
            @ForAll @IntRange(min = -20, max = 60) int today,
            @ForAll @IntRange(min = -1, max = 40) int stopped) {
        SmallTrial trial = trial(filledIn, today, stopped);
        List<Table> tables = trial.tables(true);
        List<String> answered = cells(table(tables, "visits"), "subject", "event", "form", "state").stream()
                .filter(row -> row.endsWith(" answered"))
                .map(row -> row.replace(" answered", ""))
                .toList();
        List<String> responses = new ArrayList<>();
        List.of("screening", "mood", "check").forEach(form -> cells(table(tables, form), "subject", "event")
                .forEach(row -> responses.add(row + " " + form)));

        assertThat(answered).containsExactlyInAnyOrderElementsOf(responses);
        assertThat(cells(table(tables, "visits"), "subject", "event", "form"))
                .doesNotHaveDuplicates()
                .hasSize(20);
        Set<String> subjects = new HashSet<>(cells(table(tables, "participants"), "subject"));
        for (Table table : tables) {
            for (String[] row : rows(table)) {
                assertThat(row).hasSize(table.columns().size());
                assertThat(table.name().equals("flow") || subjects.contains(row[0]))
                        .isTrue();
                assertThat(row)
                        .noneMatch(cell ->
                                DATE.matcher(cell).find() || CODE.matcher(cell).find() || cell.contains("ARM"));
            }
            assertThat(said(table)).isEqualTo(said(table));
        }
    }

    private static SmallTrial trial(int filledIn, int today, int stopped) {
        SmallTrial trial = new SmallTrial(TWO_SITES)
                .on(RANDOMISED.plusDays(today))
                .randomised("a", NORA, "north")
                .subject(
                        "b",
                        SOUAD,
                        "south",
                        Map.of(Stage.SCREENED, RANDOMISED.minusDays(9), Stage.CONSENTED, RANDOMISED.minusDays(9)),
                        stopped < 0 ? Map.of() : Map.of(Part.FOLLOW_UP, RANDOMISED.plusDays(stopped)));
        List<String> tasks = List.of("SCR/screening", "M1/mood", "C1/check", "C2/check", "C5/check");
        for (int i = 0; i < tasks.size(); i++) {
            if ((filledIn >> i & 1) == 1) {
                String form = tasks.get(i).replaceFirst(".*/", "");
                trial.form(NORA, tasks.get(i), form, Math.min(today, i), "{\"_missing\":{}}");
            }
        }
        if (filledIn >> 8 == 1) {
            trial.form(SOUAD, "SCR/screening", "screening", -8, "{\"age_years\":44,\"_missing\":{}}");
        }
        return trial;
    }

    /** Every item and score that can be missing is there, or its reason is. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"_missing\":{}}", "{\"_missing\":{\"phq9_02\":\"skipped\"},\"phq9_01\":2}"})
    void noCellOfAFormIsEmptyWithoutAReason(String answers) {
        Table table = new SmallTrial(shipped("gutbrain-migraine-3arm"))
                .randomised("a", NORA, "leiden")
                .form(NORA, "V1/phq-9", "phq-9", -2, answers)
                .table("phq-9");
        String[] row = rows(table).get(0);
        List<String> names = table.columns().stream().map(Column::name).toList();

        for (int i = 0; i < row.length; i++) {
            int reason = table.columns().get(i).reason().map(names::indexOf).orElse(-1);
            if (reason >= 0) {
                assertThat(row[i].isEmpty()).as(names.get(i)).isNotEqualTo(row[reason].isEmpty());
            }
        }
        assertThat(names).contains("phq9_total_missing");
    }

    private static Map<String, List<String>> layout(SmallTrial trial) {
        return trial.tables(false).stream().collect(Collectors.toMap(Table::name, table -> table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toList()));
    }

    private static Table table(List<Table> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(Table table) {
        return rows(table).stream().map(Arrays::toString).toList();
    }
}
