package org.commensal.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;

/**
 * Somebody who may sign in.
 *
 * @param signIn the name to sign in with; for a participant, the participant code in lower case
 * @param name as it is shown to others; for a participant, the participant code
 * @param held the roles that were given and not taken back, by the id of the grant, in the order they were given
 */
public record Person(UUID id, String signIn, String name, Language language, Map<UUID, Grant> held) {

    public Actor actor() {
        return new Actor(id, name, List.copyOf(held.values()));
    }

    /** Whether this is somebody who takes part in a trial, and not one of those who run it. */
    public boolean isParticipant() {
        return !held.isEmpty()
                && held.values().stream().allMatch(grant -> grant.role().equals(Role.PARTICIPANT.code()));
    }
}
