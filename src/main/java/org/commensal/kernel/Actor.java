package org.commensal.kernel;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who acts: a person who signed in, or the system itself.
 *
 * @param id of the account, never of an identity
 * @param name as staff chose it to be shown; for a participant, the participant code
 * @param grants everything this person may be
 */
public record Actor(UUID id, String name, List<Grant> grants) {

    public Actor {
        grants = List.copyOf(grants);
    }

    /**
     * One role held somewhere.
     *
     * @param role the code of a role, such as {@code coordinator}
     * @param study the study it is held in, or {@link #EVERYWHERE}
     * @param site the site it is held at, or {@link #EVERYWHERE}
     * @param participant the code of the participant it is held for, or {@link #EVERYWHERE}
     */
    public record Grant(String role, String study, String site, String participant) {

        public static final String EVERYWHERE = "*";

        public boolean covers(String askedStudy, String askedSite, String askedParticipant) {
            return covers(study, askedStudy) && covers(site, askedSite) && covers(participant, askedParticipant);
        }

        private static boolean covers(String held, String asked) {
            return held.equals(EVERYWHERE) || held.equals(asked);
        }
    }
}
