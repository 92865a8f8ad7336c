package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Checkpoint;
import org.commensal.audit.CheckpointLedger;
import org.commensal.kernel.Actor;

/** The audit trail, and whether it still holds, for those who may read it. */
@ApplicationScoped
public class ReadAudit {

    /** @param total how many entries there are over all pages */
    public record Page(List<AuditTrail.Entry> entries, long total) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail trail;

    @Inject
    CheckpointLedger checkpoints;

    /** The entries of a study, newest first; page 0 is the newest. */
    public Page page(Actor actor, String study, int page, int size) {
        permission.require(actor, Right.READ_AUDIT, study);
        return new Page(trail.page(study, page, size), trail.count(study));
    }

    /** The chain that seals every act on this server, newest first. */
    public List<Checkpoint> checkpoints(Actor actor, String study, int page, int size) {
        permission.require(actor, Right.READ_AUDIT, study);
        return checkpoints.page(page, size);
    }

    /** Computes the whole chain again; each broken checkpoint in a sentence, none where it holds. */
    public List<String> verify(Actor actor, String study) {
        permission.require(actor, Right.READ_AUDIT, study);
        return checkpoints.verify();
    }
}
