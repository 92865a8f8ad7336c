package org.commensal.verification;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code signed_records}: a revision that a signature covers. */
@Entity
@Table(name = "signed_records")
class SignedRecordRow {

    @Id
    private UUID id;

    private UUID signature;
    private String study;
    private String participant;
    private String task;
    private UUID response;

    @SuppressWarnings("NullAway.Init")
    protected SignedRecordRow() {}

    SignedRecordRow(UUID signature, String study, FormRecord signed) {
        this.id = UUID.randomUUID();
        this.signature = signature;
        this.study = study;
        this.participant = signed.scope().participant();
        this.task = signed.scope().task();
        this.response = signed.response();
    }
}
