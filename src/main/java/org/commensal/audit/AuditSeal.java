package org.commensal.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code audit_seals}: the place of an entry in the chain. */
@Entity
@Table(name = "audit_seals")
class AuditSeal {

    @Id
    private UUID entry;

    private long checkpoint;
    private long sequence;

    @SuppressWarnings("NullAway.Init")
    protected AuditSeal() {}

    AuditSeal(UUID entry, long checkpoint, long sequence) {
        this.entry = entry;
        this.checkpoint = checkpoint;
        this.sequence = sequence;
    }
}
