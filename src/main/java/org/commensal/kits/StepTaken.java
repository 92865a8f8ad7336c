package org.commensal.kits;

import java.time.Instant;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.jspecify.annotations.Nullable;

/** What belongs to one step of a kit, as it is written down. */
record StepTaken(
        Instant at,
        @Nullable String site,
        @Nullable UUID shipment,
        @Nullable String participant,
        @Nullable String visit,
        @Nullable String replaces,
        @Nullable Integer units,
        String reason) {

    static StepTaken at(Instant at) {
        return new StepTaken(at, null, null, null, null, null, null, "");
    }

    static StepTaken shipped(Instant at, String site, UUID shipment) {
        return new StepTaken(at, site, shipment, null, null, null, null, "");
    }

    /** @param replaces the number of a lost or damaged kit; empty where there is none */
    static StepTaken assigned(Instant at, ParticipantCode participant, String visit, String replaces) {
        return new StepTaken(at, null, null, participant.value(), visit, replaces, null, "");
    }

    static StepTaken returned(Instant at, int units) {
        return new StepTaken(at, null, null, null, null, null, units, "");
    }

    static StepTaken because(Instant at, String reason) {
        return new StepTaken(at, null, null, null, null, null, null, reason);
    }
}
