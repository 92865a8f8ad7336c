package org.commensal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.Invitations;
import org.commensal.access.Invite;
import org.commensal.access.Invitee;
import org.commensal.access.Role;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.ActivateStudy;
import org.commensal.studies.PublishStudy;
import org.commensal.studies.ShippedStudies;
import org.commensal.studies.StudyRegister;

/**
 * Fills an empty server with the flagship study, published and active, an account for each role, and thirty synthetic
 * participants.
 */
@ApplicationScoped
public class Demonstration {

    static final String STUDY = "gutbrain-migraine-3arm";

    @Inject
    StudyRegister studies;

    @Inject
    PublishStudy publish;

    @Inject
    ActivateStudy activate;

    @Inject
    Invite invite;

    @Inject
    Invitations invitations;

    @Inject
    ParticipantRegister participants;

    @Inject
    SyntheticTrial trial;

    /** The system itself, in every role that the demonstration needs. */
    static Actor actor() {
        List<Grant> grants = new ArrayList<>();
        for (Role role : List.of(Role.ADMINISTRATOR, Role.COORDINATOR)) {
            grants.add(new Grant(role.code(), Grant.EVERYWHERE, Grant.EVERYWHERE, Grant.EVERYWHERE));
        }
        return new Actor(new UUID(0, 1), "demonstration", grants);
    }

    /** Fills the server, unless that was done before. */
    public void fill() {
        if (studies.list(actor()).stream().anyMatch(study -> study.study().id().equals(STUDY))) {
            return;
        }
        trial.begin();
        publish.publish(actor(), ShippedStudies.folder(STUDY).files());
        activate.activate(actor(), STUDY);
        DemoAccount.STAFF.forEach(this::add);
        trial.run();
    }

    /** The newest invented participants with a diary and an account: one in the run-in and one randomised, if any. */
    public List<ParticipantCode> diarists() {
        long invented = SyntheticParticipant.cast().stream()
                .filter(participant -> participant.site().equals(DemoAccount.DIARISTS))
                .count();
        return Stream.of(Stage.ENROLLED, Stage.RANDOMISED)
                .map(stage -> new Filter(Optional.empty(), Optional.of(stage), Optional.of(DemoAccount.DIARISTS)))
                .map(filter -> participants.list(actor(), STUDY, filter, 0, Integer.MAX_VALUE))
                .flatMap(found -> found.participants().stream()
                        .map(Participant::code)
                        .filter(code -> code.number() <= invented)
                        .max(Comparator.naturalOrder())
                        .stream())
                .toList();
    }

    private void add(DemoAccount account) {
        String study = account.role() == Role.ADMINISTRATOR ? Grant.EVERYWHERE : STUDY;
        Grant grant = new Grant(account.role().code(), study, account.site(), Grant.EVERYWHERE);
        String token = invite.invite(
                        actor(), new Invitee(account.signIn(), account.name(), Language.EN, List.of(grant)))
                .token();
        invitations.accept(token, DemoAccount.PASSWORD);
    }
}
