package org.commensal.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Scope;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * Signs a form, a visit or all data of a participant, with what the signature means and the password given again (21 CFR
 * 11.50, 11.70, 11.200).
 *
 * <p>It covers the revisions that the signer saw and no other: where one was corrected since, nothing is signed. The same
 * signature again changes nothing.
 */
@ApplicationScoped
public class SignData {

    private static final Text NOTHING = new Text(
            "Nothing is filled in here, so there is nothing to sign.",
            "Hier is niets ingevuld. Er valt niets te ondertekenen.");
    private static final Text CHANGED = new Text(
            "These data changed since you looked at them. Nothing was signed. Look at them again.",
            "Deze gegevens zijn intussen gewijzigd. Er is niets ondertekend. Bekijk ze opnieuw.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    FreezingLedger freezings;

    @Inject
    RecordRegister records;

    @Inject
    RecordLedger ledger;

    @Inject
    Clock clock;

    /**
     * @param scope a form, a visit or all of the participant
     * @param seen what the signature is bound to, as {@link RecordRegister#content} said when the signer looked
     * @param proof that the actor gave the password again in this request
     */
    @Transactional
    public Signature sign(
            Actor actor,
            String study,
            ParticipantCode code,
            Scope scope,
            Meaning meaning,
            String seen,
            AskAgain.Proof proof) {
        Participant participant = participants.find(study, code);
        ActingAs as = permission.require(actor, Right.SIGN_DATA, study, participant.site(), code.value());
        proof.of(actor);
        PublishedStudy published = studies.at(study, participant.site());
        published.collecting();
        freezings.hold(study, code);
        List<FormRecord> covered =
                RecordRegister.within(scope, records.of(study, participant).forms());
        if (covered.isEmpty()) {
            throw new Refusal(Reason.NOT_YET, NOTHING);
        }
        String sha256 = SignedContent.sha256(covered);
        if (!sha256.equals(seen)) {
            throw new Refusal(Reason.CHANGED, CHANGED);
        }
        return before(actor, study, participant, scope, meaning, sha256)
                .orElseGet(() -> append(as, published, participant, scope, meaning, sha256, covered));
    }

    private Optional<Signature> before(
            Actor actor, String study, Participant participant, Scope scope, Meaning meaning, String sha256) {
        return records.signatures(study, participant).stream()
                .filter(signature -> signature.standing() == Standing.STANDS)
                .filter(signature -> signature.person().equals(actor.id()))
                .filter(signature -> signature.scope().equals(scope) && signature.meaning() == meaning)
                .filter(signature -> signature.sha256().equals(sha256))
                .findFirst();
    }

    private Signature append(
            ActingAs as,
            PublishedStudy published,
            Participant participant,
            Scope scope,
            Meaning meaning,
            String sha256,
            List<FormRecord> covered) {
        UUID id = UUID.randomUUID();
        String study = published.study().id();
        Map<String, String> changes =
                new TreeMap<>(Map.of("signature", id.toString(), "meaning", meaning.code(), "sha256", sha256));
        if (!scope.event().equals(Scope.ALL)) {
            changes.put("event", scope.event());
        }
        if (!scope.task().equals(Scope.ALL)) {
            changes.put("task", scope.task());
        }
        UUID entry = audit.record(as, "data.signed", participant.code().value(), "", changes);
        ledger.append(
                new SignatureRow(
                        id,
                        study,
                        scope,
                        meaning,
                        sha256,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        published.study().zone(),
                        entry),
                covered.stream()
                        .map(form -> new SignedRecordRow(id, study, form))
                        .toList());
        return records.signatures(study, participant).stream()
                .filter(signature -> signature.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
