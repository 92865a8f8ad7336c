package org.commensal.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code identity_vault}: an identity that only the vault can open. */
@Entity
@Table(name = "identity_vault")
class SealedIdentity {

    @Id
    private UUID id;

    private String study;
    private String participant;

    @Column(name = "key_name")
    private String keyName;

    private byte[] sealed;

    @SuppressWarnings("NullAway.Init")
    protected SealedIdentity() {}

    SealedIdentity(String study, String participant, String keyName, byte[] sealed) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.participant = participant;
        this.keyName = keyName;
        this.sealed = sealed;
    }

    String keyName() {
        return keyName;
    }

    byte[] sealed() {
        return sealed;
    }
}
