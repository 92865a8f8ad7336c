package org.commensal.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.Invitations;
import org.commensal.access.Invite;
import org.commensal.access.Invitee;
import org.commensal.access.People;
import org.commensal.access.Person;
import org.commensal.access.Role;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.golive.ApproveGoLive;
import org.commensal.golive.BackgroundSimulation;
import org.commensal.golive.PerformDryRun;
import org.commensal.golive.SimulateStudy;
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
    BackgroundSimulation simulation;

    @Inject
    PerformDryRun dryRun;

    @Inject
    ApproveGoLive approve;

    @Inject
    ActivateStudy activate;

    @Inject
    People people;

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

    /** Somebody who is not there, in this role of the study. */
    static Actor as(Role role) {
        return new Actor(
                new UUID(0, 2 + role.ordinal()),
                "demonstration",
                List.of(new Grant(role.code(), STUDY, Grant.EVERYWHERE, Grant.EVERYWHERE)));
    }

    /** Two who approve what the demonstration published. */
    private static List<Actor> approvers() {
        return Stream.of(Role.CUSTODIAN, Role.STATISTICIAN)
                .map(Demonstration::as)
                .toList();
    }

    /**
     * Fills the server, unless that was done before. All accounts but one come last, so that they tell whether it was done
     * whole.
     *
     * @throws IllegalStateException where it was stopped while it was being filled
     */
    public void fill() {
        if (studies.list(actor()).stream().anyMatch(study -> study.study().id().equals(STUDY))) {
            requireAccounts();
            return;
        }
        trial.begin();
        publish.publish(actor(), ShippedStudies.folder(STUDY).files());
        simulation.complete(approvers().get(0), STUDY, SimulateStudy.FEWEST, 1);
        dryRun.perform(actor(), STUDY);
        approvers().forEach(approver -> approve.approve(approver, STUDY, "The demonstration"));
        activate.activate(actor(), STUDY);
        trial.run(add(DemoAccount.INVESTIGATOR).actor());
        DemoAccount.STAFF.stream()
                .filter(account -> !account.equals(DemoAccount.INVESTIGATOR))
                .forEach(this::add);
    }

    private void requireAccounts() {
        long known = people.list(actor()).stream()
                .filter(person -> DemoAccount.STAFF.stream()
                        .anyMatch(account -> account.signIn().equals(person.signIn())))
                .count();
        if (known < DemoAccount.STAFF.size()) {
            throw new IllegalStateException("the demonstration was stopped while it was being filled. Delete its"
                    + " database, which is the folder data/ unless you chose another, and start again.");
        }
    }

    /** The newest invented participants with a diary and an account: one in the run-in and one randomised, if any. */
    public List<ParticipantCode> diarists() {
        long invented = SyntheticParticipant.cast().stream()
                .filter(participant -> participant.site().equals(DemoAccount.DIARISTS))
                .count();
        List<Participant> everybody = participants.everybody(STUDY);
        return Stream.of(Stage.ENROLLED, Stage.RANDOMISED)
                .flatMap(stage -> everybody.stream()
                        .filter(participant -> participant.stage() == stage)
                        .filter(participant -> participant.site().equals(DemoAccount.DIARISTS))
                        .map(Participant::code)
                        .filter(code -> code.number() <= invented)
                        .max(Comparator.naturalOrder())
                        .stream())
                .toList();
    }

    private Person add(DemoAccount account) {
        String study = account.role() == Role.ADMINISTRATOR ? Grant.EVERYWHERE : STUDY;
        Grant grant = new Grant(account.role().code(), study, account.site(), Grant.EVERYWHERE);
        String token = invite.invite(
                        actor(), new Invitee(account.signIn(), account.name(), Language.EN, List.of(grant)))
                .token();
        return invitations.accept(token, DemoAccount.PASSWORD);
    }
}
