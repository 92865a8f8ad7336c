package org.commensal.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** Records that a participant has signed the consent document, and what they agreed to in it. */
@ApplicationScoped
public class RecordConsent {

    private static final Text ALREADY = new Text(
            "The consent of %s to version %s was recorded before. It is not changed.",
            "De toestemming van %s voor versie %s is al vastgelegd. Die wordt niet veranderd.");

    /**
     * A signed consent.
     *
     * @param answers to each question of the document, by its code
     */
    public record Consent(
            String documentVersion, Language language, LocalDate signedOn, Map<String, Boolean> answers) {}

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
    ConsentLedger consents;

    @Inject
    Clock clock;

    @Transactional
    public Participant record(Actor actor, String studyId, ParticipantCode code, Consent consent) {
        ledger.hold(studyId, code);
        Participant participant = participants.find(studyId, code);
        ActingAs as = permission.require(actor, Right.RECORD_CONSENT, studyId, participant.site());
        Study study = begun(studies.at(studyId, participant.site()), participant);
        refuseTwice(consents.of(studyId, code), code, consent.documentVersion());
        ConsentRules.check(study, participant, consent, LocalDate.now(clock.withZone(study.zone())));
        boolean first = !participant.reached(Stage.CONSENTED);
        UUID entry = audit.record(
                as, action(first), code.value(), "", Map.of("document", consent.documentVersion(), "way", "paper"));
        consents.append(studyId, code, consent, entry);
        if (first) {
            ledger.reach(studyId, code, Stage.CONSENTED, consent.signedOn(), entry);
        }
        return participants.find(studyId, code);
    }

    /** The study as it is now; nobody new consents while it recruits nobody, and nobody at all once data are final. */
    static Study begun(PublishedStudy published, Participant participant) {
        return participant.reached(Stage.CONSENTED) ? published.collecting() : published.recruiting();
    }

    /** A later version of the document is signed as well; the same version only once. */
    static void refuseTwice(List<SignedConsent> before, ParticipantCode code, String version) {
        if (before.stream().anyMatch(consent -> consent.documentVersion().equals(version))) {
            throw new Refusal(Refusal.Reason.CONFLICT, ALREADY.with(code, version));
        }
    }

    static String action(boolean first) {
        return first ? "participant.consented" : "participant.consented-again";
    }
}
