package org.commensal.verification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.commensal.freezing.Scope;

/**
 * A signature over exact revisions (21 CFR 11.50, 11.70).
 *
 * @param by the printed name, as it was then
 * @param role in which it was given
 * @param at the UTC instant
 * @param zone of the study, in which the time is printed
 * @param sha256 over the revisions that it covers, in lower-case hex; see {@link SignedContent}
 * @param responses that it covers, by their ids
 * @param standing whether it still covers all of them as they are
 */
public record Signature(
        UUID id,
        Scope scope,
        Meaning meaning,
        UUID person,
        String by,
        String role,
        Instant at,
        ZoneId zone,
        String sha256,
        List<UUID> responses,
        Standing standing) {

    Signature with(Standing found) {
        return new Signature(id, scope, meaning, person, by, role, at, zone, sha256, responses, found);
    }
}
