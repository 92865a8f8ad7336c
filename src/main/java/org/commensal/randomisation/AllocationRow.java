package org.commensal.randomisation;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.ArmCode;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.audit.JsonColumn;
import org.jspecify.annotations.Nullable;

/** One row of {@code allocations}. */
@Entity
@Table(name = "allocations")
class AllocationRow {

    @Id
    private UUID id;

    private String study;
    private String version;
    private String stream;
    private int sequence;
    private String participant;

    @Convert(converter = JsonColumn.class)
    private String levels;

    private String weights;
    private long pick;
    private int draws;
    private String arm;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Convert(converter = JsonColumn.class)
    private String eligibility;

    @Column(name = "randomised_at")
    private OffsetDateTime randomisedAt;

    private @Nullable String chain;

    private UUID audit;

    @SuppressWarnings("NullAway.Init")
    protected AllocationRow() {}

    @SuppressWarnings("NullAway.Init") // because follows
    AllocationRow(String study, String version, LedgerRow row) {
        Allocation allocation = row.allocation();
        this.id = UUID.randomUUID();
        this.study = study;
        this.version = version;
        this.participant = row.participant();
        this.stream = allocation.stream();
        this.sequence = allocation.sequence();
        this.levels = json(allocation.levels());
        this.weights = allocation.weights().stream().map(String::valueOf).collect(Collectors.joining(","));
        this.pick = allocation.pick();
        this.draws = allocation.draws();
        this.arm = allocation.arm().value();
        this.randomisedAt = row.at().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        this.chain = row.chain();
    }

    AllocationRow because(String key, String eligibilityJson, UUID entry) {
        this.idempotencyKey = key;
        this.eligibility = eligibilityJson;
        this.audit = entry;
        return this;
    }

    Allocation allocation() {
        return new Allocation(
                stream,
                sequence,
                map(levels),
                Arrays.stream(weights.split(",")).map(Long::valueOf).toList(),
                pick,
                draws,
                new ArmCode(arm));
    }

    /** The row as the exported ledger has it. */
    LedgerRow written() {
        return new LedgerRow(
                allocation(),
                participant,
                randomisedAt(),
                Optional.ofNullable(chain).orElse(""));
    }

    UUID id() {
        return id;
    }

    /** The version of the study whose scheme allocated. */
    String version() {
        return version;
    }

    /** The entry of the audit trail that recorded it. */
    UUID audit() {
        return audit;
    }

    /** How the participant came to the arm. */
    Way way() {
        return Way.of(stream);
    }

    String participant() {
        return participant;
    }

    String idempotencyKey() {
        return idempotencyKey;
    }

    /** The verdict on each criterion at randomisation, by the id of the criterion. */
    Map<String, String> eligibility() {
        return map(eligibility);
    }

    Instant randomisedAt() {
        return randomisedAt.toInstant();
    }

    private static String json(Map<String, String> map) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        new TreeMap<>(map).forEach(object::add);
        return object.build().toString();
    }

    private static Map<String, String> map(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
        }
    }
}
