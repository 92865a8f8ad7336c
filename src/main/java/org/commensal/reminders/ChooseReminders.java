package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Reminders;
import org.commensal.reminders.ParticipantLinks.Owner;
import org.commensal.studies.StudyRegister;

/** Ends the reminders of a participant, or has them sent again: by the link in a mail, or signed in. */
@ApplicationScoped
public class ChooseReminders {

    /**
     * What somebody chose.
     *
     * @param study as mails name it
     */
    public record Choice(Text study, boolean wanted) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ReminderLedger choices;

    @Inject
    ParticipantLinks links;

    /** What was chosen so far; empty where the study reminds nobody. */
    public Optional<Choice> chosen(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(actor, Right.CHOOSE_REMINDERS, study, code);
        return chosen(study, participant);
    }

    @Transactional
    public void choose(Actor actor, String study, ParticipantCode code, boolean wanted) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.CHOOSE_REMINDERS, study, participant.site(), code.value());
        choose(as, study, code, wanted, "");
    }

    /**
     * What the participant of this link chose so far.
     *
     * @throws Refusal {@code NOT_FOUND} for a link that nobody was given
     */
    public Choice chosenBy(String token) {
        Owner owner = owner(token);
        return chosen(owner.study(), participants.find(owner.study(), owner.code()))
                .orElseThrow(ChooseReminders::notFound);
    }

    /** Whoever has the link of a mail was given it by that mail, and needs not sign in. */
    @Transactional
    public void chooseBy(String token, boolean wanted) {
        Owner owner = owner(token);
        choose(permission.itself(owner.study()), owner.study(), owner.code(), wanted, "the link of a mail");
    }

    private Owner owner(String token) {
        return links.unsubscribing(token).orElseThrow(ChooseReminders::notFound);
    }

    private static Refusal notFound() {
        return new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND);
    }

    private Optional<Choice> chosen(String study, Participant participant) {
        return studies.at(study, participant.site())
                .study()
                .conduct()
                .reminders()
                .map(Reminders::name)
                .map(name -> new Choice(name, choices.wants(study, participant.code())));
    }

    private void choose(ActingAs as, String study, ParticipantCode code, boolean wanted, String reason) {
        locks.hold("reminders/choice/" + study + "/" + code);
        if (choices.wants(study, code) != wanted) {
            String action = wanted ? "reminders.resumed" : "reminders.stopped";
            choices.choose(study, code, wanted, audit.record(as, action, code.value(), reason, Map.of()));
        }
    }
}
