package org.commensal.studies;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One row of {@code study_events}: a step in the life of a study. */
@Entity
@Table(name = "study_events")
class StudyEvent {

    @Id
    private UUID id;

    private String study;
    private String version;
    private String state;
    private String commitment;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected StudyEvent() {}

    StudyEvent(String study, String version, PublishedStudy.State state, String commitment, Instant at, UUID audit) {
        this.id = UUID.randomUUID();
        this.study = study;
        this.version = version;
        this.state = state.name();
        this.commitment = commitment;
        this.at = at.atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
