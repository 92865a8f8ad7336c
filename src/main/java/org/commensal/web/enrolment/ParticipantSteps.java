package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.ConsentRegister;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.SecondAnswerRegister;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.web.Link;
import org.commensal.web.Texts;

/** What can be done about a participant now: each step only for those who may take it. */
@ApplicationScoped
public class ParticipantSteps {

    @Inject
    Permission permission;

    @Inject
    ConsentRegister consents;

    @Inject
    SecondAnswerRegister second;

    /** What comes next for this participant, for those who may do it. */
    List<Link> of(Actor actor, Study study, Participant participant, String base, Texts texts) {
        record Next(Right right, String path, String label) {}
        Map<Stage, Next> next = Map.of(
                Stage.SCREENED, new Next(Right.RECORD_CONSENT, "/consent", "consent"),
                Stage.CONSENTED, new Next(Right.ENROL, "/enrolment", "enrol"),
                Stage.ENROLLED, new Next(Right.RANDOMISE, "/randomisation", "randomise.do"),
                Stage.RANDOMISED, new Next(Right.SEE_KITS, "/kits", "kits"));
        List<Link> usual = Optional.ofNullable(next.get(participant.stage()))
                .filter(step ->
                        step.right() != Right.SEE_KITS || study.conduct().kits().isPresent())
                .filter(step -> permission.allows(actor, step.right(), study.id(), participant.site()))
                .map(step -> new Link(base + step.path(), texts.get(step.label())))
                .stream()
                .toList();
        return Stream.of(
                        participant.withdrawn().isEmpty() ? usual.stream() : Stream.<Link>of(),
                        outside(actor, study, participant, base, texts),
                        consentAgain(actor, study, participant, base, texts),
                        secondAnswers(actor, study, participant, base, texts),
                        ending(actor, study, participant, base, texts),
                        stop(actor, study, participant, base, texts))
                .flatMap(each -> each)
                .toList();
    }

    /** Where the participant has to sign a later version of the consent document. */
    private Stream<Link> consentAgain(Actor actor, Study study, Participant participant, String base, Texts texts) {
        return permission.allows(actor, Right.RECORD_CONSENT, study.id(), participant.site())
                ? consents.due(actor, study.id(), participant.code()).stream()
                        .map(version -> new Link(base + "/consent", texts.get("consent.next", version)))
                : Stream.of();
    }

    /** That somebody stops with a part of the study or with all of it. */
    private Stream<Link> stop(Actor actor, Study study, Participant participant, String base, Texts texts) {
        boolean canStop = participant.reached(Stage.CONSENTED)
                && !participant.withdrawn().containsKey(Withdrawal.Part.USE_OF_DATA)
                && permission.allows(actor, Right.WITHDRAW, study.id(), participant.site());
        return canStop ? Stream.of(new Link(base + "/withdrawal", texts.get("withdrawal"))) : Stream.of();
    }

    /** That somebody who is not randomised does not go on. */
    private Stream<Link> ending(Actor actor, Study study, Participant participant, String base, Texts texts) {
        boolean ends = !participant.reached(Stage.RANDOMISED)
                && permission.allows(actor, Right.SCREEN, study.id(), participant.site());
        return ends
                ? Stream.of(new Link(base + "/screening-outcome", texts.get("screening.outcome.step")))
                : Stream.of();
    }

    /** What was filled in twice, where anything was. */
    private Stream<Link> secondAnswers(Actor actor, Study study, Participant participant, String base, Texts texts) {
        boolean sees = permission.allows(actor, Right.SEE_RESPONSES, study.id(), participant.site());
        int kept = sees ? second.list(actor, study.id(), participant.code()).size() : 0;
        return kept == 0
                ? Stream.empty()
                : Stream.of(new Link(base + "/second-answers", texts.count("second-answers.step", kept)));
    }

    /** How somebody who is enrolled can be allocated when a randomisation is not what is needed. */
    private Stream<Link> outside(Actor actor, Study study, Participant participant, String base, Texts texts) {
        boolean enrolled = participant.stage() == Stage.ENROLLED
                && participant.withdrawn().isEmpty()
                && permission.allows(actor, Right.RANDOMISE, study.id(), participant.site());
        List<Link> steps = new ArrayList<>();
        if (enrolled && study.forced()) {
            steps.add(new Link(base + "/forced-allocation", texts.get("forced-allocation.step")));
        }
        if (enrolled && EnvelopeRegister.offered(study)) {
            steps.add(new Link(base + "/envelope", texts.get("opened-envelope.step")));
        }
        return steps.stream();
    }
}
