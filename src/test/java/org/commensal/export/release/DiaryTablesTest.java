package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.shipped;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.junit.jupiter.api.Test;

/** The diary of the flagship: 28 days from enrolment on, then blocks of 28 days from randomisation. */
class DiaryTablesTest {

    private static final String LOTTE = SmallTrial.code("LEI", 1);
    private static final LocalDate ENROLLED = RANDOMISED.minusDays(28);
    static final String MIGRAINE =
            "{\"headache\":true,\"acute_medication\":true,\"acute_classes\":[\"triptan\"],\"aura\":false,\"_missing\":{}}";
    static final String GOOD =
            "{\"headache\":false,\"acute_medication\":false,\"acute_classes\":[],\"aura\":false,\"_missing\":{}}";

    private final SmallTrial trial = new SmallTrial(shipped("gutbrain-migraine-3arm"));

    /** Every fourth day from the first on with migraine. */
    static SmallTrial fill(SmallTrial trial, String code, String block, LocalDate first, int days) {
        for (int day = 0; day < days; day++) {
            trial.diary(code, block, "diary", first.plusDays(day), day % 4 == 0 ? MIGRAINE : GOOD);
        }
        return trial;
    }

    @Test
    void everyDayIsThereOnce() {
        fill(trial.randomised("a", LOTTE, "leiden"), LOTTE, "B0", ENROLLED, 26)
                .diary(LOTTE, "B1", "diary", RANDOMISED.plusDays(2), GOOD)
                .on(RANDOMISED.plusDays(10));
        List<String> days = cells(trial.table("diary_days"), "event", "block_day", "study_day", "state");

        assertThat(days)
                .doesNotHaveDuplicates()
                .hasSize(28 * 5 + seconds())
                .contains("B0 1 -28 answered", "B0 26 -3 answered", "B0 27 -2 missing", "B0 28 -1 missing")
                .contains("B1 1 0 missing", "B1 3 2 answered", "B1 8 7 missing", "B1 9 8 not-reached")
                .contains("B2 1 28 not-reached", "B3 28 83 not-reached");
    }

    /** The days of the evening diary, which has blocks of its own. */
    private static int seconds() {
        return shipped("gutbrain-migraine-3arm").schedule().blocks().stream()
                .filter(block -> !block.form().equals("diary"))
                .mapToInt(block -> block.lastDay() - block.firstDay() + 1)
                .sum();
    }

    @Test
    void aBlockThatIsOverHasWhatIsDerivedFromIt() {
        fill(trial.randomised("a", LOTTE, "leiden"), LOTTE, "B0", ENROLLED, 24).on(RANDOMISED.plusDays(10));

        assertThat(block("event", "state", "days_expected", "days_filled_in", "days_missing", "days_to_come"))
                .contains("B0 answered 28 24 4 0", "B1 not-reached 8 0 8 20", "B2 not-reached 0 0 0 28");
        assertThat(block("event", "percent_filled_in", "completed_days", "monthly_migraine_days"))
                .contains("B0 85 24 7", "B1 0 - -");
        assertThat(block("event", "monthly_migraine_days_missing")).contains("B0 -", "B1 not-reached");
    }

    @Test
    void tooFewDaysGiveNoNumberAndSayThatNobodyKnows() {
        fill(trial.randomised("a", LOTTE, "leiden"), LOTTE, "B1", RANDOMISED, 5).on(RANDOMISED.plusDays(60));

        assertThat(block("event", "completed_days", "monthly_migraine_days", "monthly_migraine_days_missing"))
                .contains("B1 5 - unknown", "B0 0 - unknown");
    }

    @Test
    void whatWasNotExpectedAnyMoreIsNotApplicable() {
        trial.subject(
                        "a",
                        LOTTE,
                        "leiden",
                        Map.of(
                                Stage.SCREENED, ENROLLED,
                                Stage.CONSENTED, ENROLLED,
                                Stage.ENROLLED, ENROLLED,
                                Stage.RANDOMISED, RANDOMISED),
                        Map.of(Part.FOLLOW_UP, RANDOMISED.plusDays(28)))
                .on(RANDOMISED.plusDays(60));

        assertThat(block("event", "state", "days_expected", "percent_filled_in", "monthly_migraine_days_missing"))
                .contains("B1 missing 28 0 unknown", "B2 not-applicable 0 - not-applicable");
    }

    @Test
    void aBlockWhoseDaysDoNotCountYetIsNotReached() {
        trial.screened("a", LOTTE, "leiden").on(RANDOMISED);

        assertThat(block("event", "from_day", "to_day", "state", "days_to_come"))
                .contains("B0 - - not-reached 28", "B1 0 27 not-reached 28");
    }

    private List<String> block(String... columns) {
        return cells(trial.table("diary_blocks"), columns);
    }
}
