package org.commensal.randomisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One row of {@code sealed_seeds}: the seed of a scheme, which only the key outside the database opens. */
@Entity
@Table(name = "sealed_seeds")
class SealedSeed {

    @Id
    private UUID id;

    private String study;
    private String version;

    @Column(name = "key_name")
    private String keyName;

    private byte[] sealed;
    private String scheme;
    private String commitment;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected SealedSeed() {}

    SealedSeed(
            String study, String version, String keyName, byte[] sealed, String scheme, String commitment, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.version = version;
        this.keyName = keyName;
        this.sealed = sealed;
        this.scheme = scheme;
        this.commitment = commitment;
        this.audit = audit;
    }

    String keyName() {
        return keyName;
    }

    byte[] sealed() {
        return sealed;
    }
}
