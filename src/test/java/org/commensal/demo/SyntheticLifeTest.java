package org.commensal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.commensal.demo.SyntheticLife.Today;
import org.commensal.demo.SyntheticQuestionnaires.After;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Diary;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever lives in the demonstration answers every form so that it is taken, and is let in unless the story says no. */
class SyntheticLifeTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));
    private static final LocalDate ENROLLED = LocalDate.of(2026, 3, 2);
    private static final LocalDate RANDOMISED = ENROLLED.plusDays(29);

    private static SyntheticLife life(Optional<DataQualityCase> planted, int seed) {
        return SyntheticLife.of(STUDY.questionnaire("diary"), planted, new SplittableRandom(seed));
    }

    /** Everything that is answered before the draw, and then in this arm; a task is tried until somebody comes to it. */
    private static Map<Task, Answers> answered(SyntheticLife life, Optional<String> arm) {
        Map<Anchor, LocalDate> anchors =
                new HashMap<>(Map.of(Anchor.SCREENING, ENROLLED.minusDays(7), Anchor.ENROLMENT, ENROLLED));
        arm.ifPresent(drawn -> anchors.put(Anchor.RANDOMISATION, RANDOMISED));
        Map<Task, Answers> answered = new HashMap<>();
        for (Task task : STUDY.schedule().tasks(anchors)) {
            Questionnaire form = STUDY.questionnaire(task.form());
            int tries = task.day().isPresent() ? 1 : 50;
            Stream.generate(() -> life.answers(STUDY, task, today(task, arm)))
                    .limit(tries)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(given -> answered.put(task, form.accept(new HashMap<>(given))));
        }
        return answered;
    }

    private static Today today(Task task, Optional<String> arm) {
        LocalDate day = task.day().orElse(task.opens());
        int sinceDraw = (int) (day.toEpochDay() - RANDOMISED.toEpochDay());
        return new Today(
                (int) (day.toEpochDay() - ENROLLED.toEpochDay()),
                arm.filter(drawn -> sinceDraw >= 0).map(drawn -> new After(sinceDraw, drawn)));
    }

    private static List<String> keptOutBy(SyntheticLife life) {
        Map<Task, Answers> answered = answered(life, Optional.empty());
        Map<String, Value> facts = new HashMap<>();
        answered.entrySet().stream()
                .filter(entry -> entry.getKey().day().isEmpty())
                .forEach(entry -> {
                    facts.putAll(entry.getValue().values());
                    facts.putAll(STUDY.questionnaire(entry.getKey().form()).score(entry.getValue()));
                });
        List<Answers> diary = answered.entrySet().stream()
                .filter(entry -> entry.getKey().event().equals("B0"))
                .map(Map.Entry::getValue)
                .toList();
        STUDY.derived().stream()
                .filter(derived -> derived.block().equals("B0"))
                .forEach(derived ->
                        facts.put(derived.code(), Definitions.block(derived.function(), List.of(new Diary(diary)))));
        List<String> by = new ArrayList<>();
        STUDY.criteria().stream()
                .filter(criterion -> !criterion
                        .expression()
                        .evaluate(name -> facts.getOrDefault(name, Value.Missing.UNKNOWN))
                        .equals(new Value.Bool(criterion.inclusion())))
                .forEach(criterion -> by.add(criterion.id()));
        return by;
    }

    @Test
    void whoeverHasNothingPlantedIsLetIn() {
        assertThat(Stream.iterate(1, seed -> seed + 1)
                        .limit(40)
                        .flatMap(seed -> keptOutBy(life(Optional.empty(), seed)).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DQ11, I06", "DQ12, I04"})
    void whoseRunInIsAmissIsKeptOutByThatAlone(DataQualityCase planted, String criterion) {
        assertThat(keptOutBy(life(Optional.of(planted), 5))).containsExactly(criterion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROB", "LFD", "MED"})
    void everyFormIsTakenInEveryArm(String arm) {
        Map<Task, Answers> answered = Stream.iterate(1, seed -> seed + 1)
                .map(seed -> life(Optional.empty(), seed))
                .filter(life -> life.isInTrial(new Today(0, Optional.of(new After(83, arm)))))
                .findFirst()
                .map(life -> answered(life, Optional.of(arm)))
                .orElseThrow();

        assertThat(answered.keySet().stream().map(Task::form))
                .contains("screening", "history", "expectations", "expectancy", "evening", "complaints", "pgic");
        assertThat(answered.keySet()).hasSizeGreaterThan(170);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataQualityCase.class,
            names = {"DQ05", "DQ07", "DQ08", "DQ09", "DQ14", "DQ18"})
    void whatIsPlantedIsAnswered(DataQualityCase planted) {
        Map<Task, Answers> answered = answered(life(Optional.of(planted), 9), Optional.of("MED"));
        Answers there = answered.entrySet().stream()
                .filter(entry ->
                        planted.concerns(entry.getKey().event(), entry.getKey().form()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();

        assertThat(planted.answers()).isNotEmpty();
        planted.answers().forEach((code, answer) -> assertThat(there.get(code).toString())
                .contains(String.valueOf(answer)));
    }

    @Test
    void theWeightThatIsLostHoldsTheRuleOfFivePercentAndNotThatOfTen() {
        Map<Task, Answers> answered = answered(life(Optional.of(DataQualityCase.DQ10), 4), Optional.of("PROB"));
        Map<String, Value> facts = new HashMap<>();
        answered.forEach((task, answers) -> {
            if (task.form().equals("measurements") && task.event().equals("V1")) {
                facts.put("weight_v1", answers.get("weight_kg"));
            } else if (task.form().equals("measurements") && task.event().equals("V2")) {
                facts.putAll(answers.values());
            }
        });

        assertThat(STUDY.conduct().safety().alerts().stream()
                        .filter(alert -> alert.when().holds(name -> facts.getOrDefault(name, Value.Missing.UNKNOWN)))
                        .map(org.commensal.protocol.Conduct.Alert::id))
                .containsExactly("ST2");
    }

    @Test
    void theSameSeedLivesTheSameLife() {
        assertThat(answered(life(Optional.empty(), 2), Optional.of("LFD")))
                .isEqualTo(answered(life(Optional.empty(), 2), Optional.of("LFD")));
    }
}
