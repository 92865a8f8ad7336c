package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.People;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.protocol.Reminders;
import org.commensal.protocol.Study;
import org.commensal.reminders.ParticipantLinks.Owner;
import org.commensal.reminders.ReminderLedger.Choice;
import org.commensal.studies.StudyRegister;

/**
 * The calendar of a participant's visits, at a secret address that a calendar program reads without signing in, and that
 * the participant can close or exchange for another. Offered where the study says what it is called in calendars.
 */
@ApplicationScoped
public class OwnCalendar {

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
    ReminderLedger ledger;

    @Inject
    ParticipantLinks links;

    @Inject
    People people;

    /** The address that is open now, if any. */
    public Optional<URI> address(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, Right.CHOOSE_REMINDERS, study, code);
        return ledger.calendar(study, code)
                .filter(Choice::yes)
                .map(newest -> links.calendar(study, code, newest.number()));
    }

    /** Opens an address; one that was open before closes. */
    @Transactional
    public void open(Actor actor, String study, ParticipantCode code) {
        ledger.calendar(study, code, true, record(actor, study, code, "calendar.opened"));
    }

    /** Closes the address, so that whoever has it sees nothing more. */
    @Transactional
    public void close(Actor actor, String study, ParticipantCode code) {
        ledger.calendar(study, code, false, record(actor, study, code, "calendar.closed"));
    }

    private UUID record(Actor actor, String study, ParticipantCode code, String action) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.CHOOSE_REMINDERS, study, participant.site(), code.value());
        locks.hold("reminders/choice/" + study + "/" + code);
        return audit.record(as, action, code.value(), "", Map.of());
    }

    /**
     * The calendar at an address, in the language of its participant.
     *
     * @throws Refusal {@code NOT_FOUND} where the address is not open
     */
    public String read(String token) {
        return links.ofCalendar(token)
                .filter(owner -> ledger.calendar(owner.study(), owner.code())
                        .filter(newest -> newest.yes() && newest.number() == owner.number())
                        .isPresent())
                .flatMap(this::write)
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private Optional<String> write(Owner owner) {
        Participant participant = participants.find(owner.study(), owner.code());
        Study study = studies.at(owner.study(), participant.site()).study();
        Language language = people.language(owner.code()).orElse(Language.EN);
        return study.conduct()
                .reminders()
                .map(Reminders::name)
                .map(name -> new VisitCalendar(
                        name, study.zone(), language, visit -> links.id(owner.study(), owner.code(), visit)))
                .map(calendar -> calendar.write(study.schedule().visits(), participant.anchors()));
    }
}
