package org.commensal.web.closing;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.freezing.FreezeState;
import org.commensal.freezing.FreezeStep;
import org.commensal.freezing.Freezing;
import org.commensal.freezing.Scope;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.verification.FormRecord;
import org.commensal.verification.ParticipantClosing.Step;
import org.commensal.verification.Signature;
import org.commensal.verification.Standing;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.commensal.web.unblinding.UnblindingForm;

/** What is done to close data, in the words of a study and of the interface. */
public record ClosingWords(Study study, Texts texts) {

    private static final Map<Standing, Tone> MARKS = Map.of(
            Standing.NONE, Tone.PLAIN,
            Standing.CHANGED, Tone.AMBER,
            Standing.VOID, Tone.ROSE,
            Standing.STANDS, Tone.TEAL);
    private static final Map<Step, Tone> STEPS = Map.of(
            Step.OPEN, Tone.PLAIN,
            Step.FROZEN, Tone.AMBER,
            Step.READY, Tone.TEAL,
            Step.LOCKED, Tone.TEAL);

    /** A word with how loud it is. */
    public record Tag(String label, Tone tone) {}

    public Tag state(FreezeState state) {
        return new Tag(texts.get("freeze." + Words.code(state)), state.isOpen() ? Tone.PLAIN : Tone.TEAL);
    }

    Tag step(Step step) {
        return new Tag(texts.get("closing.step." + Words.code(step)), STEPS.getOrDefault(step, Tone.PLAIN));
    }

    /** Whether a form is verified; where it is not, how much of it is, or that the study wants it to be. */
    Tag verified(FormRecord form) {
        if (form.verified() != Standing.NONE) {
            return mark("verified", form.verified());
        }
        long some = form.source().needed().stream()
                .filter(form.source().verified()::contains)
                .count();
        if (some > 0) {
            return new Tag(
                    texts.get("verified.items", some, form.source().needed().size()), Tone.AMBER);
        }
        return form.isToVerify() ? new Tag(texts.get("verified.to-do"), Tone.AMBER) : mark("verified", Standing.NONE);
    }

    Tag signed(Standing standing) {
        return mark("signed", standing);
    }

    private Tag mark(String kind, Standing standing) {
        return new Tag(texts.get(kind + "." + Words.code(standing)), MARKS.getOrDefault(standing, Tone.PLAIN));
    }

    /** The title of a form; its id where the study asks it no more. */
    String form(String id) {
        return Optional.ofNullable(study.questionnaires().get(id))
                .map(Questionnaire::title)
                .map(texts::in)
                .orElse(id);
    }

    /** The title of a form, with the diary day or the number of the occurrence that it is about. */
    String form(FormRecord form) {
        String key = form.scope().task();
        String last = key.substring(key.indexOf('/') + 1);
        return last.equals(form.form()) ? form(form.form()) : form(form.form()) + "\u00a0· " + last;
    }

    String event(String code) {
        return texts.in(Labels.event(study, code));
    }

    /** Every step, with what it means. */
    List<UnblindingForm.Option> steps() {
        return Stream.of(FreezeStep.values())
                .map(step -> new UnblindingForm.Option(
                        step.code(),
                        texts.get("freeze." + step.code() + ".do"),
                        texts.get("freeze." + step.code() + ".means")))
                .toList();
    }

    /** What a scope is, in words: all data, a visit, or a form of one. */
    String scope(Scope scope) {
        return switch (scope.kind()) {
            case STUDY -> texts.get("scope.study");
            case SITE -> study.site(scope.site()).name();
            case PARTICIPANT -> texts.get("scope.participant");
            case VISIT -> event(scope.event());
            case FORM -> event(scope.event()) + "\u00a0· " + scope.task();
        };
    }

    /** Who froze or locked data, when, and why. */
    String cause(Freezing step) {
        String said = texts.get(
                "freeze.by." + step.step().code(),
                scope(step.scope()),
                step.by(),
                texts.moment(step.at(), study.zone()));
        return step.reason().isEmpty() ? said : said + " " + texts.get("freeze.reason", step.reason());
    }

    /** What a signature shows (21 CFR 11.50): the printed name, when in UTC and on the clocks of the study, and its meaning. */
    public SignatureLine signature(Signature signature) {
        Text meaning = signature.meaning().words();
        Tag tag = signed(signature.standing());
        return new SignatureLine(
                signature.by(),
                texts.get("role." + signature.role()),
                texts.in(meaning),
                texts.get(
                        "signature.at",
                        texts.moment(signature.at(), signature.zone()),
                        signature.zone().getId(),
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                                .format(signature.at().atZone(ZoneOffset.UTC))),
                scope(signature.scope()),
                texts.count("signature.covers", signature.responses().size()),
                signature.sha256(),
                tag.label(),
                tag.tone());
    }
}
