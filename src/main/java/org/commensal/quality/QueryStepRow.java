package org.commensal.quality;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.commensal.quality.DataQuery.Step;

/** One row of {@code query_steps}: what was said about a query. */
@Entity
@Table(name = "query_steps")
class QueryStepRow {

    @Id
    private UUID id;

    private UUID query;
    private int number;
    private String step;
    private String text;
    private OffsetDateTime at;
    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected QueryStepRow() {}

    /** @param number 1 for the question */
    QueryStepRow(UUID query, int number, Step step, String text, Instant at, UUID audit) {
        this.id = UUID.randomUUID();
        this.query = query;
        this.number = number;
        this.step = step.name();
        this.text = text;
        this.at = at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.audit = audit;
    }
}
