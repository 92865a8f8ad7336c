package org.commensal.studies;

import java.time.Instant;
import java.util.Optional;
import org.commensal.protocol.Study;

/**
 * The version of a study that is in force, and where the study is in its life.
 *
 * @param hash SHA-256 of the published folder, in hex
 * @param commitment to the sealed seed, from activation on
 */
public record PublishedStudy(Study study, String hash, State state, Instant publishedAt, Optional<String> commitment) {

    /** Where a study is in its life. */
    public enum State {
        /** Published, and not yet open to participants. */
        PUBLISHED,
        /** Open to participants, its seed sealed and its commitment shown. */
        ACTIVE
    }
}
