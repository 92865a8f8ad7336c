package org.commensal.web.studies;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Figure;
import org.commensal.web.Texts;

/**
 * The strip of figures at the head of the overview.
 *
 * @param whole whether they count the whole study, and not some of its sites
 */
record KeyFigures(Study study, LocalDate today, boolean whole, Texts texts) {

    private static final int WEEK = 7;

    List<Figure> of(Map<Participant, List<TaskState>> all) {
        return List.of(randomised(all), before(all), completeness(all), late(all));
    }

    private Figure randomised(Map<Participant, List<TaskState>> all) {
        int count = count(all, Stage.RANDOMISED);
        return whole
                ? new Figure(
                        texts.get("fact.randomised"),
                        Integer.toString(count),
                        texts.get("fact.of", study.target()),
                        "",
                        false,
                        Math.min(100, 100 * count / study.target()))
                : new Figure(
                        texts.get("fact.randomised"),
                        Integer.toString(count),
                        "",
                        texts.get("fact.own-site"),
                        false,
                        -1);
    }

    private Figure before(Map<Participant, List<TaskState>> all) {
        int count = all.size() - count(all, Stage.RANDOMISED);
        String foot = texts.get("fact.in-screening.foot", count(all, Stage.ENROLLED));
        return new Figure(texts.get("fact.in-screening"), Integer.toString(count), "", foot, false, -1);
    }

    private Figure completeness(Map<Participant, List<TaskState>> all) {
        List<TaskState> tasks = all.values().stream().flatMap(List::stream).toList();
        Completeness.Cell week = Completeness.between(tasks, today.minusDays(WEEK), today.minusDays(1), today);
        String label = texts.get("fact.completeness");
        return week.due() == 0
                ? new Figure(label, "–", "", texts.get("fact.completeness.none"), false, -1)
                : new Figure(
                        label,
                        Integer.toString(week.percent()),
                        "%",
                        texts.get("fact.completeness.foot", week.filledIn(), week.due()),
                        week.heat() == 1,
                        -1);
    }

    private Figure late(Map<Participant, List<TaskState>> all) {
        List<Long> late = all.values().stream()
                .map(own -> own.stream()
                        .filter(state -> state.state() == State.LATE)
                        .count())
                .filter(count -> count > 0)
                .toList();
        long forms = late.stream().mapToLong(Long::longValue).sum();
        String foot = forms == 0 ? texts.get("fact.late.none") : texts.count("fact.late.foot", late.size());
        return new Figure(texts.get("fact.late"), Long.toString(forms), "", foot, forms > 0, -1);
    }

    private static int count(Map<Participant, List<TaskState>> all, Stage stage) {
        return (int) all.keySet().stream()
                .filter(participant -> participant.stage() == stage)
                .count();
    }
}
