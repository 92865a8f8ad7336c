package org.commensal.web.studies;

import java.util.List;
import java.util.Set;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.ParticipantProgress;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.web.Figure;
import org.commensal.web.Texts;

/**
 * The strip of figures at the head of the overview.
 *
 * @param whole whether they count the whole study, and not some of its sites
 * @param ended the codes of those whose screening was ended
 */
record KeyFigures(Study study, boolean whole, Set<String> ended, Texts texts) {

    private static final int WEEK = 7;

    List<Figure> of(List<ParticipantProgress> all) {
        return List.of(randomised(all), before(all), completeness(all), late(all));
    }

    private Figure randomised(List<ParticipantProgress> all) {
        int count = (int) all.stream()
                .filter(each -> each.participant().reached(Stage.RANDOMISED))
                .count();
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

    private Figure before(List<ParticipantProgress> all) {
        List<ParticipantProgress> screening = all.stream()
                .filter(each -> !each.participant().reached(Stage.RANDOMISED))
                .filter(each -> !ended.contains(each.participant().code().value()))
                .toList();
        long ready = screening.stream()
                .filter(each -> each.participant().stage() == Stage.ENROLLED && each.runInOver())
                .count();
        String foot = texts.get("fact.in-screening.foot", ready);
        return new Figure(texts.get("fact.in-screening"), Integer.toString(screening.size()), "", foot, false, -1);
    }

    private Figure completeness(List<ParticipantProgress> all) {
        Completeness.Cell week = Completeness.between(all, WEEK, 1);
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

    private Figure late(List<ParticipantProgress> all) {
        List<Long> late = all.stream()
                .filter(each -> !ended.contains(each.participant().code().value()))
                .map(each -> each.waiting().stream()
                        .filter(state -> state.state() == State.LATE)
                        .count())
                .filter(count -> count > 0)
                .toList();
        long forms = late.stream().mapToLong(Long::longValue).sum();
        String foot = forms == 0 ? texts.get("fact.late.none") : texts.count("fact.late.foot", late.size());
        return new Figure(texts.get("fact.late"), Long.toString(forms), "", foot, forms > 0, -1);
    }
}
