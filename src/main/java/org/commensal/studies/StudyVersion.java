package org.commensal.studies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One row of {@code study_versions}: a study folder as it was published. */
@Entity
@Table(name = "study_versions")
class StudyVersion {

    @Id
    private UUID id;

    private String study;
    private String version;
    private String hash;
    private byte[] archive;

    @Column(name = "published_at")
    private OffsetDateTime publishedAt;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected StudyVersion() {}

    StudyVersion(String study, String version, String hash, byte[] archive, Instant publishedAt, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.version = version;
        this.hash = hash;
        this.archive = archive;
        this.publishedAt = publishedAt.atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }

    String study() {
        return study;
    }

    String version() {
        return version;
    }

    String hash() {
        return hash;
    }

    byte[] archive() {
        return archive;
    }

    Instant publishedAt() {
        return publishedAt.toInstant();
    }
}
