package org.commensal.web.safety;

import org.commensal.protocol.Study;
import org.commensal.safety.medication.Happened;
import org.commensal.web.Labels;
import org.commensal.web.Texts;

/**
 * An intercurrent event as tables show it.
 *
 * @param from the event whose answers show it
 */
public record HappenedLine(
        String event, String id, String strategy, String estimand, String day, String studyDay, String from) {

    static HappenedLine of(Happened happened, Study study, Texts texts) {
        return new HappenedLine(
                texts.in(happened.event().event()),
                happened.event().id(),
                texts.get("strategy." + happened.event().strategy()),
                happened.estimand(),
                texts.dayOfYear(happened.day()),
                happened.studyDay().map(day -> Long.toString(day)).orElse("–"),
                texts.in(Labels.event(study, happened.task().replaceFirst("/.*", ""), happened.task())));
    }
}
