package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.forTests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Kind;
import org.commensal.export.release.Specification.Population;
import org.junit.jupiter.api.Test;

/** Two sites: a screening form of staff, mood by the participant and calls by staff on days 0 to 30. */
class VisitTableTest {

    private static final String NORA = SmallTrial.code("NOR", 1);
    private static final String SOUAD = SmallTrial.code("SOU", 1);
    private static final String[] TOLD = {"event", "from_day", "to_day", "study_day", "state", "late", "explained"};

    private final SmallTrial trial = new SmallTrial(forTests("two-sites"));

    @Test
    void eachFormHasItsWindowAndWhatBecameOfIt() {
        Table visits = trial.randomised("a", NORA, "north")
                .on(RANDOMISED.plusDays(31))
                .form(NORA, "SCR/screening", "screening", -29, "{\"_missing\":{}}")
                .form(NORA, "M1/mood", "mood", 4, "{\"_missing\":{}}")
                .explained(NORA, "C1/check")
                .explained(NORA, "M1/mood")
                .table("visits");

        assertThat(cells(visits, TOLD).subList(0, 4))
                .containsExactly(
                        "SCR -30 -16 -29 answered false false",
                        "M1 0 30 4 answered false false",
                        "C1 0 30 - missing false true",
                        "C2 0 30 - missing false false");
    }

    @Test
    void nothingIsMissingOnTheLastDayOfAWindow() {
        assertThat(cells(
                        trial.randomised("a", NORA, "north")
                                .on(RANDOMISED.plusDays(30))
                                .table("visits"),
                        "state"))
                .containsOnly("missing", "not-reached")
                .filteredOn("not-reached"::equals)
                .hasSize(9);
    }

    @Test
    void whoeverStoppedIsNotAskedAndStaffStillAre() {
        Table visits = trial.subject(
                        "a",
                        NORA,
                        "north",
                        Map.of(Stage.SCREENED, RANDOMISED, Stage.CONSENTED, RANDOMISED, Stage.RANDOMISED, RANDOMISED),
                        Map.of(Part.FOLLOW_UP, RANDOMISED.plusDays(7)))
                .on(RANDOMISED.plusDays(60))
                .table("visits");

        assertThat(cells(visits, "event", "filled_in_by", "state"))
                .contains("M1 participant not-applicable", "C1 staff missing");
    }

    @Test
    void whatCountsFromRandomisationIsNotReachedWithoutItUntilScreeningEnds() {
        trial.screened("a", NORA, "north").screened("b", SOUAD, "south").ended(SOUAD, RANDOMISED.minusDays(20));

        assertThat(cells(trial.table("visits"), "subject", "event", "from_day", "to_day", "state"))
                .contains("a SCR - - missing", "a M1 0 30 not-reached", "b SCR - - not-applicable")
                .contains("b M1 0 30 not-applicable", "b C8 0 30 not-applicable");
    }

    /** A release is made again as it was: neither what is due nor what was filled in goes by the clock. */
    @Test
    void afterTheCutOffNothingIsThereAndNothingIsMissing() {
        trial.randomised("a", NORA, "north").form(NORA, "M1/mood", "mood", 4, "{\"_missing\":{}}");

        assertThat(cells(trial.as(until(RANDOMISED.plusDays(3))).table("visits"), "event", "state"))
                .contains("SCR missing", "M1 not-reached", "C1 not-reached");
        assertThat(cells(trial.as(until(RANDOMISED.plusDays(29))).table("visits"), "event", "state"))
                .contains("M1 answered", "C1 not-reached");
        assertThat(cells(trial.as(until(RANDOMISED.plusDays(30))).table("visits"), "event", "state"))
                .contains("M1 answered", "C1 missing");
    }

    private static Specification until(LocalDate last) {
        return new Specification(
                Specification.NEWEST,
                Kind.DRAFT,
                Population.CONSENTED,
                Optional.of(last),
                Set.of(),
                Set.of(),
                Arms.NONE,
                List.of("csv"));
    }

    @Test
    void aFormThatWasCorrectedStandsOnItsFirstDay() {
        Table mood = trial.randomised("a", NORA, "north")
                .form(NORA, "M1/mood", "mood", 4, "{\"mood\":3,\"_missing\":{}}")
                .revision(NORA, "M1/mood", "mood", 2, 90, "{\"mood\":5,\"_missing\":{}}", "{\"_missing\":{}}")
                .table("mood");

        assertThat(cells(mood, "event", "study_day", "late", "mood")).containsExactly("M1 4 false 5");
    }
}
