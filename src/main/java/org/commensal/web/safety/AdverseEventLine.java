package org.commensal.web.safety;

import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.web.Texts;

/** An adverse event as tables show it. */
public record AdverseEventLine(
        String code,
        String href,
        String name,
        String term,
        String category,
        String start,
        String studyDay,
        String end,
        String grade,
        boolean serious,
        String related,
        String outcome,
        String site,
        AdverseEventWords.Tag tag) {

    public static AdverseEventLine of(AdverseEvent event, AdverseEventWords words) {
        Texts texts = words.texts();
        return new AdverseEventLine(
                event.code().value(),
                words.href(event),
                words.name(event),
                event.term(),
                texts.in(event.label(Part.CATEGORY)),
                event.start().map(texts::dayOfYear).orElse("–"),
                words.studyDay(event),
                event.isOngoing()
                        ? texts.get("ae.ongoing")
                        : event.end().map(texts::dayOfYear).orElse("–"),
                Integer.toString(event.grade()),
                event.isSerious(),
                words.causality(event),
                words.outcome(event.outcome()),
                event.study().site(event.participant().site()).name(),
                words.tag(event));
    }
}
