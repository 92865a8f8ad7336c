package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * Approves an amendment, so that it may be released to sites. Whoever published it cannot approve it: two people have
 * read it.
 */
@ApplicationScoped
public class ApproveAmendment {

    private static final int LONGEST_REFERENCE = 2000;
    private static final Text REFERENCE = new Text(
            "Name the decision that this rests on, such as the letter of the ethics committee, in at most 2000 characters.",
            "Noem het besluit waarop dit rust, zoals de brief van de medisch-ethische commissie, in hoogstens 2000 tekens.");
    private static final Text OWN = new Text(
            "You published version %s yourself. Somebody else approves it.",
            "U hebt versie %s zelf gepubliceerd. Iemand anders keurt die goed.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    VersionLedger ledger;

    /**
     * Approves this version; one that was approved before stays as it was.
     *
     * @param reference the decision of the ethics committee or sponsor
     * @throws Refusal {@code NOT_YET} where an instrument of the version has no wording
     */
    @Transactional
    public PublishedVersion approve(Actor actor, String study, String version, String reference) {
        ActingAs as = permission.require(actor, Right.APPROVE_AMENDMENT, study);
        String decision = reference.strip();
        if (decision.isEmpty() || decision.length() > LONGEST_REFERENCE) {
            throw new Refusal(Reason.INVALID, REFERENCE, List.of(new Violation("/reference", REFERENCE)));
        }
        locks.hold("study/" + study);
        PublishedVersion amendment = studies.amendment(study, version);
        if (amendment.approval().isPresent()) {
            return amendment;
        }
        if (ledger.publisher(study, amendment).equals(actor.id())) {
            throw new Refusal(Reason.NOT_ALLOWED, OWN.with(version));
        }
        MissingWording.of(studies.version(study, version).study()).ifPresent(why -> {
            throw new Refusal(Reason.NOT_YET, why);
        });
        UUID entry = audit.record(as, "amendment.approved", study, decision, Map.of("version", version));
        ledger.approve(study, amendment, decision, entry);
        return studies.amendment(study, version);
    }
}
