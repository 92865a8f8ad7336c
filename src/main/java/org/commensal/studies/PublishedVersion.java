package org.commensal.studies;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a protocol as it was published; its content never changes.
 *
 * @param hash SHA-256 of the published folder, in hex
 * @param commitment to the sealed seed, of the version that was activated
 * @param approval of an amendment
 * @param sites since when each site works with an amendment, by site code
 */
public record PublishedVersion(
        String version,
        String hash,
        Instant publishedAt,
        Optional<String> commitment,
        Optional<Approval> approval,
        Map<String, Instant> sites) {

    /** @param reference the decision that it rests on, such as that of the ethics committee */
    public record Approval(String reference, Instant at) {}

    boolean wasInForce() {
        return commitment.isPresent() || !sites.isEmpty();
    }
}
