package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Recalls a batch: none of its kits is handed out from this moment on, and sites see who has one. */
@ApplicationScoped
public class RecallBatch {

    private static final Text UNKNOWN = new Text("There is no batch \"%s\".", "Er is geen partij \"%s\".");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    KitLedger ledger;

    @Inject
    Clock clock;

    /** A batch that was recalled stays as it is. */
    @Transactional
    public void recall(Actor actor, String studyId, String batch, String reason) {
        ActingAs as = permission.require(actor, Right.MANAGE_KITS, studyId);
        Study study = studies.inForce(studyId).study();
        KitRules.of(study);
        String why = KitRules.reason(reason);
        ledger.holdDepot(studyId);
        study.sites().stream().map(Study.Site::code).sorted().forEach(site -> ledger.hold(studyId, site));
        if (ledger.all(studyId).stream().noneMatch(kit -> kit.batch().equals(batch))) {
            Text unknown = UNKNOWN.with(Text.shorten(batch));
            throw new Refusal(Reason.INVALID, unknown, List.of(new Violation("/batch", unknown)));
        }
        if (ledger.recalls(studyId).stream().noneMatch(recall -> recall.batch().equals(batch))) {
            UUID entry = audit.record(as, "batch.recalled", batch, why, Map.of());
            ledger.appendRecall(studyId, batch, why, clock.instant(), entry);
        }
    }
}
