package org.commensal.questionnaires;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * In which manner a submission comes.
 *
 * @param imported the import of results that it is part of; empty for what somebody filled in
 */
record Manner(Way way, Optional<UUID> imported) {

    /** How it comes in. */
    enum Way {
        /** By somebody who waits for the answer. */
        DIRECT,
        /** From a phone that had no network: what cannot be the response is kept. */
        BESIDE,
        /** As it was kept before, taken in by staff. */
        TAKEN_IN,
        /** As it was decided between two entries that differ. */
        RESOLVED
    }

    static Manner of(Way way) {
        return new Manner(way, Optional.empty());
    }

    static Manner of(UUID imported) {
        return new Manner(Way.DIRECT, Optional.of(imported));
    }

    /** What the audit trail holds of a response, with the import that it came from. */
    Map<String, String> source(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(changes);
        imported.ifPresent(id -> all.put("import", id.toString()));
        return all;
    }
}
