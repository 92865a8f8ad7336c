package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.PersonalLink;
import org.commensal.access.PersonalLinks;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.mail.Delivery;
import org.commensal.mail.MailServer;
import org.commensal.mail.Outbox;
import org.commensal.studies.StudyRegister;

/**
 * Issues another personal link to a participant who lost the one before, or whose PIN was wrong too often.
 *
 * <p>The earlier link ends, with its PIN, and every phone that was signed in is signed out.
 */
@ApplicationScoped
public class IssueLink {

    private static final Text NOT_ENROLLED = new Text(
            "%s is not enrolled yet. The first link is given at enrolment.",
            "%s is nog niet ingeschreven. De eerste link krijgt iemand bij de inschrijving.");
    private static final Text NO_MAIL = new Text(
            "This server sends no mail. Make a card instead.", "Deze server verstuurt geen e-mail. Maak een kaart.");
    private static final Text NO_ADDRESS = new Text(
            "No e-mail address of %s is kept. Make a card instead.",
            "Van %s is geen e-mailadres bewaard. Maak een kaart.");
    private static final Duration USEFUL = Duration.ofDays(7);

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
    PersonalLinks links;

    @Inject
    IdentityVault vault;

    @Inject
    Outbox outbox;

    @Inject
    MailServer mail;

    @Inject
    InstantSource wall;

    /**
     * Returns the new link, to print it; it cannot be read again.
     *
     * @throws Refusal {@code NOT_YET} before enrolment, and once the data are locked
     */
    @Transactional
    public PersonalLink issue(Actor actor, String study, ParticipantCode code) {
        return links.issue(code, permitted(actor, study, code, "participant.link-issued"));
    }

    /**
     * Sends the new link to the address that was given at enrolment; the earlier one ends now.
     *
     * @throws Refusal {@code NOT_YET} before enrolment, once the data are locked, where no identity is kept, and where this
     *     server sends no mail
     */
    @Transactional
    public void mail(Actor actor, String study, ParticipantCode code) {
        UUID entry = permitted(actor, study, code, "participant.link-mailed");
        if (mail.silence().isPresent()) {
            throw new Refusal(Reason.NOT_YET, NO_MAIL);
        }
        if (vault.address(study, code).isEmpty()) {
            throw new Refusal(Reason.NOT_YET, NO_ADDRESS.with(code));
        }
        links.issueToMail(code, entry);
        Instant now = wall.instant();
        outbox.append(
                outbox.message(LinkLetters.KIND, study, code.value(), entry.toString(), now, now.plus(USEFUL)),
                now,
                entry);
    }

    /** What became of the newest link that was to be mailed; empty where none was. */
    public Optional<Delivery> mailed(Actor actor, String study, ParticipantCode code) {
        participants.find(actor, Right.ISSUE_LINK, study, code);
        return outbox.deliveries(LinkLetters.KIND, study, code.value()).stream().findFirst();
    }

    private UUID permitted(Actor actor, String study, ParticipantCode code, String action) {
        ledger.hold(study, code);
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.ISSUE_LINK, study, participant.site());
        studies.at(study, participant.site()).collecting();
        if (!participant.reached(Stage.ENROLLED)) {
            throw new Refusal(Reason.NOT_YET, NOT_ENROLLED.with(code));
        }
        return audit.record(as, action, code.value(), "", Map.of());
    }
}
