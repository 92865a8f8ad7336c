package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.export.release.SmallTrial.RANDOMISED;
import static org.commensal.export.release.SmallTrial.cells;
import static org.commensal.export.release.SmallTrial.code;
import static org.commensal.export.release.SmallTrial.shipped;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.eligibility.ScreeningOutcome.Kind;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Population;
import org.commensal.export.release.Table.Column;
import org.commensal.protocol.Study;
import org.junit.jupiter.api.Test;

/** The numbers of the flow diagram, of a trial of twelve in which everything happens that the diagram has a box for. */
class FlowTableTest {

    private static final Study STUDY = shipped("gutbrain-migraine-3arm");
    private static final String SITE = STUDY.sites().get(0).code();
    private static final LocalDate DAY = RANDOMISED.plusDays(10);
    private static final Map<Part, LocalDate> ALL_PARTS =
            Map.of(Part.INTERVENTION, DAY, Part.FOLLOW_UP, DAY, Part.USE_OF_DATA, DAY);

    @Test
    void withoutParticipantsEveryStepIsThereAndNone() {
        assertThat(numbers(new SmallTrial(STUDY)).values()).hasSize(13).containsOnly("0");
    }

    @Test
    void everybodyIsCountedOnceOnTheWayToRandomisation() {
        assertThat(numbers(trial()))
                .containsAllEntriesOf(Map.of(
                        "assessed", "12",
                        "excluded", "5",
                        "excluded-not-meeting-criteria", "2",
                        "excluded-declined", "2",
                        "excluded-other", "1",
                        "undecided", "2",
                        "consented", "10",
                        "enrolled", "5",
                        "randomised", "5",
                        "stopped-use-of-data", "1"))
                .containsEntry("stopped-intervention", "2")
                .containsEntry("stopped-follow-up", "1")
                .containsEntry("with-mmd-change", "0");
    }

    /** As the flow page does: a randomised participant is randomised, and one who goes on after all is undecided. */
    @Test
    void anOutcomeOfTheScreeningCountsUntilSomebodyIsRandomisedOrGoesOn() {
        SmallTrial trial = new SmallTrial(STUDY)
                .randomised("a", code("ABC", 1), SITE)
                .outcome(code("ABC", 1), Kind.NOT_MEETING_CRITERIA)
                .screened("b", code("ABC", 2), SITE)
                .outcome(code("ABC", 2), Kind.RESUMED);

        assertThat(numbers(trial)).containsEntry("excluded", "0").containsEntry("undecided", "1");
    }

    @Test
    void whatHappenedAfterTheCutOffDidNotHappen() {
        SmallTrial trial = trial().as(specification(Population.CONSENTED, Optional.of(RANDOMISED.minusDays(1))));

        assertThat(numbers(trial))
                .containsEntry("assessed", "12")
                .containsEntry("randomised", "0")
                .containsEntry("stopped-intervention", "0");
    }

    @Test
    void itCountsEverybodyWhateverThePopulation() {
        SmallTrial trial = trial().as(specification(Population.RANDOMISED, Optional.empty()));

        assertThat(numbers(trial)).isEqualTo(numbers(trial()));
    }

    @Test
    void withoutToldArmsThereIsNoColumnOfThem() {
        assertThat(trial().table("flow").columns()).extracting(Column::name).containsExactly("step", "participants");
    }

    @Test
    void fromRandomisationOnArmsAddUpToAll() {
        Map<String, String> allocated = new HashMap<>();
        for (int i = 1; i <= 5; i++) {
            allocated.put(code("ABC", i), STUDY.arms().get(i % 2).code());
        }
        Table table = trial().masked(allocated).table("flow");

        assertThat(cells(table, "step", "arm", "participants"))
                .contains("randomised - 5", "stopped-intervention - 2", "with-mmd-change - 0")
                .noneMatch(row -> row.matches("(consented|excluded.*) [A-C] .*"));
        Map<String, Integer> byArm = cells(table, "step", "arm", "participants").stream()
                .map(row -> row.split(" "))
                .filter(row -> !row[1].equals("-"))
                .collect(Collectors.toMap(row -> row[0], row -> Integer.parseInt(row[2]), Integer::sum));
        assertThat(byArm)
                .containsOnlyKeys(
                        "randomised",
                        "stopped-intervention",
                        "stopped-follow-up",
                        "stopped-use-of-data",
                        "with-mmd-change")
                .containsEntry("randomised", 5)
                .containsEntry("stopped-intervention", 2)
                .containsEntry("stopped-follow-up", 1);
        assertThat(cells(table, "step", "arm"))
                .isEqualTo(cells(new SmallTrial(STUDY).masked(Map.of()).table("flow"), "step", "arm"));
    }

    @Test
    void withTheOutcomeAreThoseWhoHaveTheColumnThatItIsMeasuredBy() {
        SmallTrial trial = new SmallTrial(STUDY).randomised("a", code("ABC", 1), SITE);
        Table endpoints = new Table(
                "endpoints",
                STUDY.title(),
                List.of("subject", "outcome", "at_baseline", "value", "value_code", "change").stream()
                        .map(name -> Column.text(name, STUDY.title()))
                        .toList(),
                rows -> {
                    rows.accept(new String[] {"a", "mmd-change", "true", "9", "", ""});
                    rows.accept(new String[] {"a", "mmd-change", "false", "7", "", "-2"});
                    rows.accept(new String[] {"a", "responder-50", "false", "7", "", ""});
                });

        assertThat(cells(
                        FlowTable.of(trial.basis(), trial.facts(), Optional.of(endpoints), Optional.empty()),
                        "step",
                        "participants"))
                .contains("with-mmd-change 1");
    }

    private static SmallTrial trial() {
        SmallTrial trial = new SmallTrial(STUDY);
        for (int i = 1; i <= 3; i++) {
            trial.randomised("r" + i, code("ABC", i), SITE);
        }
        return trial.subject("r4", code("ABC", 4), SITE, days(Stage.RANDOMISED), Map.of(Part.INTERVENTION, DAY))
                .notReleased(new Subject(code("ABC", 5), SITE, days(Stage.RANDOMISED), ALL_PARTS))
                .screened("c1", code("ABC", 6), SITE)
                .screened("c2", code("ABC", 7), SITE)
                .outcome(code("ABC", 7), Kind.NOT_MEETING_CRITERIA)
                .screened("c3", code("ABC", 8), SITE)
                .outcome(code("ABC", 8), Kind.OTHER)
                .subject("c4", code("ABC", 9), SITE, days(Stage.CONSENTED), Map.of(Part.FOLLOW_UP, DAY))
                .screened("c5", code("ABC", 10), SITE)
                .outcome(code("ABC", 10), Kind.DECLINED)
                .notReleased(new Subject(code("ABC", 11), SITE, days(Stage.SCREENED), Map.of()))
                .notReleased(new Subject(code("ABC", 12), SITE, days(Stage.SCREENED), Map.of()))
                .outcome(code("ABC", 12), Kind.NOT_MEETING_CRITERIA);
    }

    private static Map<Stage, LocalDate> days(Stage last) {
        Map<Stage, LocalDate> days = new HashMap<>();
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(last) <= 0) {
                days.put(stage, stage == Stage.RANDOMISED ? RANDOMISED : RANDOMISED.minusDays(30));
            }
        }
        return days;
    }

    private static Specification specification(Population population, Optional<LocalDate> cutOff) {
        return new Specification(
                Specification.NEWEST,
                Specification.Kind.DRAFT,
                population,
                cutOff,
                Set.of(),
                Set.of(),
                false,
                Arms.NONE,
                Optional.empty(),
                List.of("csv"));
    }

    private static Map<String, String> numbers(SmallTrial trial) {
        return cells(trial.table("flow"), "step", "participants").stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }
}
