package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commensal.access.Invite;
import org.commensal.access.Permission;
import org.commensal.access.PersonalLink;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Enrols a consented person: their identity goes into the vault, and they get a personal link to fill in from today. */
@ApplicationScoped
public class EnrolParticipant {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/-]{6,24}");

    private static final Text FAULTY = new Text("The enrolment is not complete.", "De inschrijving is niet volledig.");
    private static final Text NAME =
            new Text("Fill in the name, at most 120 characters.", "Vul de naam in, hoogstens 120 tekens.");
    private static final Text MAIL = new Text(
            "Fill in an e-mail address such as name@example.org.", "Vul een e-mailadres in, zoals naam@example.org.");
    private static final Text TELEPHONE = new Text(
            "Fill in a phone number of digits and spaces, such as +31 6 1234 5678.",
            "Vul een telefoonnummer in met cijfers en spaties, zoals +31 6 1234 5678.");
    private static final Text BIRTH = new Text(
            "Fill in a birth date that makes the person 16 to 120 years old.",
            "Vul een geboortedatum in waarmee iemand 16 tot en met 120 jaar oud is.");
    private static final Text NO_CONSENT = new Text(
            "%s has not consented. Record the signed consent first.",
            "%s heeft geen toestemming gegeven. Leg eerst de getekende toestemming vast.");
    private static final Text ALREADY = new Text("%s was enrolled on %s.", "%s is al ingeschreven op %s.");

    /**
     * What enrolment gives.
     *
     * @param day the first day of the run-in
     * @param link by which the participant gets in; given once
     */
    public record Enrolled(ParticipantCode code, LocalDate day, PersonalLink link) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ParticipantLedger ledger;

    @Inject
    IdentityVault vault;

    @Inject
    Invite invite;

    @Inject
    Clock clock;

    @Transactional
    public Enrolled enrol(Actor actor, String studyId, ParticipantCode code, Identity identity, Language language) {
        ledger.hold(studyId, code);
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.ENROL, studyId, participant.site());
        Study study = studies.at(studyId, participant.site()).recruiting();
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        LocalDate before = participant.milestones().get(Stage.ENROLLED);
        if (before != null) {
            throw new Refusal(Refusal.Reason.CONFLICT, ALREADY.with(code, before));
        }
        if (!participant.reached(Stage.CONSENTED)) {
            throw new Refusal(Refusal.Reason.NOT_YET, NO_CONSENT.with(code));
        }
        check(identity, today);
        UUID entry = audit.record(as, "participant.enrolled", code.value(), "", Map.of());
        vault.keep(studyId, code, identity);
        ledger.reach(studyId, code, Stage.ENROLLED, today, entry);
        return new Enrolled(code, today, invite.participant(as, code, language));
    }

    private static void check(Identity identity, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        if (identity.name().isBlank() || identity.name().length() > 120) {
            violations.add(new Violation("/name", NAME));
        }
        if (!EMAIL.matcher(identity.email()).matches()) {
            violations.add(new Violation("/email", MAIL));
        }
        if (!identity.phone().isEmpty() && !PHONE.matcher(identity.phone()).matches()) {
            violations.add(new Violation("/phone", TELEPHONE));
        }
        int years = Period.between(identity.birthDate(), today).getYears();
        if (years < 16 || years > 120) {
            violations.add(new Violation("/birthDate", BIRTH));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, FAULTY, violations);
        }
    }
}
