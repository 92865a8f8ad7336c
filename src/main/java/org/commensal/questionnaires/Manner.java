package org.commensal.questionnaires;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * In which manner a submission comes.
 *
 * @param beside whether other answers to a task that was answered are kept beside it, and not refused
 * @param imported the import of results that it is part of; empty for what somebody filled in
 */
record Manner(boolean beside, Optional<UUID> imported) {

    static final Manner PLAIN = new Manner(false, Optional.empty());
    static final Manner BESIDE = new Manner(true, Optional.empty());

    static Manner of(UUID imported) {
        return new Manner(false, Optional.of(imported));
    }

    /** What the audit trail holds of a response, with the import that it came from. */
    Map<String, String> source(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(changes);
        imported.ifPresent(id -> all.put("import", id.toString()));
        return all;
    }
}
