package org.commensal.web.safety;

import java.time.Instant;
import java.util.Optional;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.safety.RaisedAlert;
import org.commensal.safety.RaisedAlert.Step;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;

/**
 * An alert as lists show it.
 *
 * @param tag where it stands, in a word
 * @param due until when, or since when it is overdue
 * @param setOffBy the form that was filled in, and at what visit or event
 */
public record AlertLine(String code, String href, String name, String tag, Tone tone, String due, String setOffBy) {

    public static AlertLine of(RaisedAlert alert, Study study, Instant now, Texts texts) {
        String code = alert.participant().value();
        String state = state(alert, now);
        return new AlertLine(
                code,
                "/studies/" + study.id() + "/participants/" + code + "/alerts/" + alert.id(),
                texts.in(alert.rule().name()),
                texts.get("alert." + state),
                tone(state),
                texts.get(
                        alert.due().isBefore(now) ? "alert.since" : "alert.until",
                        texts.shortMoment(alert.due(), study.zone())),
                texts.in(form(study, alert.form())) + "\u00a0· "
                        + texts.in(Labels.event(study, alert.event(), alert.task())));
    }

    private static String state(RaisedAlert alert, Instant now) {
        if (!alert.open()) {
            return "resolved";
        }
        if (alert.due().isBefore(now)) {
            return "overdue";
        }
        return alert.step(Step.ACKNOWLEDGED).isPresent() ? "acknowledged" : "new";
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "resolved" -> Tone.TEAL;
            case "acknowledged" -> Tone.AMBER;
            default -> Tone.ROSE;
        };
    }

    private static Text form(Study study, String id) {
        return Optional.ofNullable(study.questionnaires().get(id))
                .map(Questionnaire::title)
                .orElseGet(() -> Text.same(id));
    }
}
