package org.commensal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.commensal.demo.SyntheticDiary.Day;
import org.commensal.demo.SyntheticDiary.Entry;
import org.commensal.instrument.Answers;
import org.commensal.instrument.DayCount;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Over twenty synthetic trials of 300 the means are where the recipe was calibrated to put them: migraine days by the
 * definitions of the product, from diary days that its form accepts, of those whom its run-in criteria let in.
 */
class CalibrationTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final Questionnaire DIARY = STUDY.questionnaire("diary");
    private static final List<String> ARMS = List.of("PROB", "LFD", "MED");
    private static final int SEEDS = 20;
    private static final int RANDOMISED = 300;

    private static final Map<String, Map<String, Double>> FOUND = new HashMap<>();

    @BeforeAll
    static void runTheTrials() {
        Map<String, List<double[]>> trials = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Map<String, List<DayCount[]>> arms = trial(new SplittableRandom(20250901L + seed));
            arms.forEach((arm, people) ->
                    trials.computeIfAbsent(arm, first -> new ArrayList<>()).add(figures(people)));
        }
        trials.forEach((arm, figures) -> FOUND.put(arm, means(figures)));
    }

    private static Map<String, List<DayCount[]>> trial(SplittableRandom random) {
        Map<String, List<DayCount[]>> arms = new HashMap<>();
        int randomised = 0;
        while (randomised < RANDOMISED) {
            SyntheticPerson person = SyntheticPerson.draw(random.split());
            SyntheticDiary diary = new SyntheticDiary(person, random.split());
            DayCount baseline = count(diary.runIn());
            if (isLetIn(baseline)) {
                String arm = ARMS.get(randomised++ % ARMS.size());
                List<Day> after = IntStream.range(56, 84)
                        .mapToObj(day -> diary.day(day, Optional.of(arm)))
                        .toList();
                arms.computeIfAbsent(arm, first -> new ArrayList<>()).add(new DayCount[] {baseline, count(after)});
            }
        }
        return arms;
    }

    private static DayCount count(List<Day> days) {
        List<Answers> inTime = days.stream()
                .filter(day -> day.entry() == Entry.IN_TIME)
                .map(day -> DIARY.accept(day.answers()))
                .toList();
        return DayCount.of("migraine-day", inTime);
    }

    /** By the criteria of the study on the run-in. */
    private static boolean isLetIn(DayCount baseline) {
        Map<String, Value> facts = Map.of(
                "mmd_runin", baseline.per28Days(), "diary_days_completed_runin", Value.Num.of(baseline.completed()));
        return STUDY.criteria().stream()
                .filter(criterion -> List.of("I04", "I06").contains(criterion.id()))
                .allMatch(criterion ->
                        criterion.expression().holds(name -> facts.getOrDefault(name, Value.Missing.UNKNOWN)));
    }

    /** Baseline mean and sd, change mean and sd, share of responders of all, and share without a value. */
    private static double[] figures(List<DayCount[]> people) {
        double[] baseline = people.stream().mapToDouble(of -> days(of[0])).toArray();
        double[] change = people.stream()
                .filter(of -> of[1].isValidFollowUp())
                .mapToDouble(of -> days(of[1]) - days(of[0]))
                .toArray();
        double responders = people.stream()
                .filter(of -> of[1].isResponse(50, of[0]).equals(new Value.Bool(true)))
                .count();
        double missing = people.size() - change.length;
        return new double[] {
            mean(baseline),
            sd(baseline),
            mean(change),
            sd(change),
            100 * responders / change.length,
            100 * missing / people.size()
        };
    }

    private static double days(DayCount count) {
        return ((Value.Num) count.per28Days()).value().doubleValue();
    }

    static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    static double sd(double[] values) {
        double mean = mean(values);
        double squares = java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static Map<String, Double> means(List<double[]> figures) {
        List<String> names = List.of("baseline", "baseline sd", "change", "change sd", "responders", "missing");
        Map<String, Double> means = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            int column = at;
            means.put(
                    names.get(at),
                    mean(figures.stream().mapToDouble(row -> row[column]).toArray()));
        }
        return means;
    }

    @ParameterizedTest
    @CsvSource({
        "PROB, 10.4, 4.4, -1.9, 4.0, 19, 7",
        "LFD, 10.5, 4.6, -2.4, 4.1, 23, 12",
        "MED, 10.5, 4.6, -2.6, 3.9, 24, 9"
    })
    void theFiguresAreThoseOfTheCalibration(
            String arm,
            double baseline,
            double baselineSd,
            double change,
            double changeSd,
            double responders,
            double missing) {
        Map<String, Double> found = Objects.requireNonNull(FOUND.get(arm));

        assertThat(found.get("baseline")).isCloseTo(baseline, within(0.3));
        assertThat(found.get("baseline sd")).isCloseTo(baselineSd, within(0.4));
        assertThat(found.get("change")).isCloseTo(change, within(0.3));
        assertThat(found.get("change sd")).isCloseTo(changeSd, within(0.4));
        assertThat(found.get("responders")).isCloseTo(responders, within(5.0));
        assertThat(found.get("missing")).isCloseTo(missing, within(5.0));
    }
}
