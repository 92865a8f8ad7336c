package org.commensal.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.commensal.demo.SyntheticDiary.Day;
import org.commensal.demo.SyntheticDiary.Entry;
import org.commensal.demo.SyntheticQuestionnaires.After;
import org.commensal.instrument.Answers;
import org.commensal.instrument.DayCount;
import org.commensal.instrument.Questionnaire;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;

/**
 * One synthetic participant with everything they will answer: a person whose run-in is known, and what comes after the
 * draw day by day.
 *
 * <p>A life begins again with another person until its run-in is as its story says.
 */
final class SyntheticLife {

    /**
     * A day of the trial for one participant.
     *
     * @param sinceEnrolment the first day of the run-in is 0
     * @param after empty before the draw
     */
    record Today(int sinceEnrolment, Optional<After> after) {}

    private static final String DIARY = "diary";
    private static final int RUN_IN = 28;
    private static final int FEWEST_DAYS = 23;
    private static final int FEWEST_MIGRAINE_DAYS = 4;
    private static final int MOST_MIGRAINE_DAYS = 24;
    private static final int MOST_HEADACHE_DAYS = 26;
    private static final double STAFF_IN_TIME = 0.96;

    /** Body mass index of who can lose weight without becoming too light. */
    private static final double HEAVY_ENOUGH = 20;

    /** Nobody of the demonstration stops: what they no longer fill in would hide what else is late. */
    private static final double MOST_DROP_OUT =
            Recipe.ARMS.values().stream().mapToDouble(Recipe.Arm::dropOut).max().orElseThrow();

    private final Optional<DataQualityCase> planted;
    private final SyntheticPerson person;
    private final SyntheticDiary diary;
    private final SyntheticQuestionnaires questionnaires;
    private final SyntheticAnswers answers;
    private final SyntheticInterview interview;
    private final Chance chance;
    private final List<Day> runIn;
    private final Map<Integer, Day> after = new HashMap<>();

    private SyntheticLife(SplittableRandom random, Optional<DataQualityCase> planted) {
        this.planted = planted;
        this.person = SyntheticPerson.draw(random.split());
        this.diary = new SyntheticDiary(person, random.split());
        this.questionnaires = new SyntheticQuestionnaires(person, random.split());
        this.answers = new SyntheticAnswers(random.split());
        this.chance = new Chance(random.split());
        this.interview = new SyntheticInterview(person, planted, chance);
        this.runIn = new ArrayList<>(diary.runIn());
    }

    /** The first person, of those that this generator gives, whose run-in makes this story. */
    static SyntheticLife of(Questionnaire diary, Optional<DataQualityCase> planted, SplittableRandom random) {
        while (true) {
            SyntheticLife life = new SyntheticLife(random.split(), planted);
            if (life.fits(diary)) {
                return life;
            }
        }
    }

    private boolean fits(Questionnaire form) {
        if (planted.equals(Optional.of(DataQualityCase.DQ10)) && person.bmi() < HEAVY_ENOUGH) {
            return false;
        }
        List<Answers> days = runIn.stream()
                .filter(day -> day.entry() == Entry.IN_TIME)
                .map(day -> form.accept(new HashMap<>(day.answers())))
                .toList();
        DayCount migraine = DayCount.of("migraine-day", days);
        int completed = migraine.completed();
        boolean few = RUN_IN * migraine.with() < FEWEST_MIGRAINE_DAYS * completed;
        if (planted.equals(Optional.of(DataQualityCase.DQ11))) {
            return completed == FEWEST_DAYS - 1 && !few;
        }
        boolean most = RUN_IN * migraine.with() > MOST_MIGRAINE_DAYS * completed
                || RUN_IN * DayCount.of("headache-day", days).with() > MOST_HEADACHE_DAYS * completed;
        return person.stays() >= MOST_DROP_OUT
                && completed >= FEWEST_DAYS
                && few == planted.equals(Optional.of(DataQualityCase.DQ12))
                && !most;
    }

    boolean isInTrial(Today today) {
        return today.after()
                .map(of -> person.isInTrial(of.studyDay(), of.arm()))
                .orElse(true);
    }

    /** What is answered to this task today; nothing where nobody comes to it, who must before the draw. */
    Optional<Map<String, Object>> answers(Study study, Task task, Today today) {
        if (task.day().isPresent()) {
            return day(today)
                    .filter(day -> day.entry() == Entry.IN_TIME)
                    .map(day -> task.form().equals(DIARY)
                            ? day.answers()
                            : evening(study.questionnaire(task.form()), day.migraine(), today));
        }
        boolean comes = chance.happens(task.by() == FilledBy.STAFF ? STAFF_IN_TIME : person.compliance());
        boolean last = today.after().isEmpty() && today.sinceEnrolment() >= RUN_IN;
        return comes || last ? Optional.of(form(study, task, today.after())) : Optional.empty();
    }

    private Optional<Day> day(Today today) {
        int runInDay = today.sinceEnrolment();
        return today.after()
                .map(of ->
                        after.computeIfAbsent(of.studyDay(), first -> diary.day(of.studyDay(), Optional.of(of.arm()))))
                .or(() -> runInDay < RUN_IN ? Optional.of(runIn.get(runInDay)) : Optional.empty());
    }

    private Map<String, Object> form(Study study, Task task, Optional<After> drawn) {
        String form = task.form();
        Map<String, Object> told = new HashMap<>(
                switch (form) {
                    case "screening" -> interview.screening();
                    case "history" -> interview.history();
                    case "measurements" -> interview.measurements(task.event());
                    case "phq-9" -> phq9(study.questionnaire(form), drawn);
                    default -> questionnaires.to(study.questionnaire(form), drawn);
                });
        planted.filter(of -> of.concerns(task.event(), form)).ifPresent(of -> told.putAll(of.answers()));
        return answers.to(study.questionnaire(form), told);
    }

    /** What is answered on one of the seven evenings. */
    private Map<String, Object> evening(Questionnaire form, boolean migraine, Today today) {
        int studyDay = today.after().map(After::studyDay).orElse(today.sinceEnrolment() - RUN_IN);
        Map<String, Object> told = new HashMap<>();
        Recipe.EVENING.forEach((code, of) -> {
            double felt = chance.normal(of.mean() + (migraine ? of.onMigraineDay() : 0), of.sd());
            told.put(code, BigDecimal.valueOf(Math.round(Chance.clip(felt, 0, 10))));
        });
        boolean bowel = person.irritableBowel();
        told.put("sleep_hours", SyntheticInterview.decimal(Chance.clip(chance.normal(7, 1), 3, 11)));
        told.put("gi_pain", BigDecimal.valueOf(bowel ? chance.between(1, 6) : chance.between(0, 2)));
        told.put("bloating", BigDecimal.valueOf(bowel ? chance.between(2, 7) : chance.between(0, 3)));
        told.put("stool_n", BigDecimal.valueOf(chance.between(1, bowel ? 3 : 2)));
        told.put("stool_type", Integer.toString(bowel ? chance.between(1, 7) : chance.between(3, 5)));
        told.put(
                "menstruation", person.cycle() == 0 ? "not_applicable" : diary.isMenstruating(studyDay) ? "yes" : "no");
        return answers.to(form, told);
    }

    /** Nobody answers a first PHQ-9 that would keep them out. */
    private Map<String, Object> phq9(Questionnaire form, Optional<After> after) {
        Map<String, Object> given = questionnaires.to(form, after);
        while (after.isEmpty() && (total(given) >= 20 || List.of("2", "3").contains(given.get("phq9_09")))) {
            given = questionnaires.to(form, after);
        }
        return given;
    }

    private static int total(Map<String, Object> phq9) {
        return phq9.entrySet().stream()
                .filter(answer -> !answer.getKey().equals("phq9_10"))
                .mapToInt(answer -> Integer.parseInt(answer.getValue().toString()))
                .sum();
    }
}
