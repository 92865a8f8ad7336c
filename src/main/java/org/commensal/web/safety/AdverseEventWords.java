package org.commensal.web.safety;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.commensal.protocol.Study;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.SeriousEvent;
import org.commensal.safety.events.SeriousEvent.State;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/**
 * Adverse events in words.
 *
 * @param now by which what is late is told
 */
public record AdverseEventWords(Texts texts, Instant now) {

    /** Where a serious event stands, in a word. */
    public record Tag(String text, Tone tone) {}

    public String name(AdverseEvent event) {
        return texts.in(Labels.event(
                event.study(), event.response().event(), event.response().task()));
    }

    public String href(AdverseEvent event) {
        return "/studies/" + event.study().id() + "/participants/" + event.code() + "/adverse-events/" + event.id();
    }

    String grade(int grade) {
        return grade == 0 ? "–" : texts.get("ae.grade." + grade);
    }

    String criteria(List<String> codes) {
        return codes.stream().map(code -> texts.get("ae.criterion." + code)).collect(Collectors.joining(", "));
    }

    String outcome(String code) {
        return code.isEmpty() ? "–" : texts.get("ae.outcome." + code);
    }

    String causality(AdverseEvent event) {
        return event.judgement()
                .map(made -> texts.get("ae.causality." + made.causality().code()))
                .orElseGet(() -> texts.get("ae.not-judged"));
    }

    String yesNo(boolean yes) {
        return texts.get(yes ? "yes" : "no");
    }

    /** 0 is the day of randomisation. */
    String studyDay(AdverseEvent event) {
        return event.studyDay().map(day -> Long.toString(day)).orElse("–");
    }

    public Tag tag(AdverseEvent event) {
        return event.serious()
                .map(this::tag)
                .orElseGet(() -> event.isJudged()
                        ? new Tag(texts.get("ae.judged"), Tone.TEAL)
                        : new Tag(texts.get("ae.to-judge"), Tone.AMBER));
    }

    private Tag tag(SeriousEvent serious) {
        State state = serious.state();
        if (state == State.TO_REPORT) {
            return new Tag(texts.get(serious.isLate(now) ? "sae.late" : "sae.to-report"), Tone.ROSE);
        }
        return new Tag(
                texts.get("sae." + Words.code(state)),
                serious.isLate(now) ? Tone.ROSE : state == State.FOLLOWED ? Tone.AMBER : Tone.TEAL);
    }

    /** Until when, or since when it is too late. */
    public String until(Instant due, Study study) {
        return texts.get(due.isBefore(now) ? "alert.since" : "alert.until", texts.shortMoment(due, study.zone()));
    }
}
