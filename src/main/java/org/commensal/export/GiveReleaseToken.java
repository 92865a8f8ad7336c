package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.ReleaseTokens;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;

/**
 * Gives, lists and ends the tokens with which programs read a release. Whoever may download a release may do all three,
 * also with the tokens of others, so that a leak is closed by whoever sees it.
 */
@ApplicationScoped
public class GiveReleaseToken {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Releases releases;

    @Inject
    ReleaseTokens tokens;

    /**
     * Makes a token. That counts as a download: whoever makes one for a release that tells arms by name is unblinded from
     * then on.
     *
     * @param label what it is for, 1 to 80 characters
     * @param life 1 to 365 days
     */
    @Transactional
    public ReleaseTokens.Made make(Actor actor, String study, UUID release, String label, Duration life) {
        ActingAs as = permission.require(actor, Right.DOWNLOAD_RELEASE, study);
        releases.download(actor, study, release);
        UUID id = UUID.randomUUID();
        UUID entry = audit.record(as, "release-token.made", id.toString(), "", Map.of("release", release.toString()));
        return tokens.make(actor, id, study, release, label, life, entry);
    }

    /** Those that still hold, newest first. */
    public List<ReleaseTokens.Entry> list(Actor actor, String study, UUID release) {
        permission.require(actor, Right.DOWNLOAD_RELEASE, study);
        return tokens.of(releases.get(actor, study, release).id());
    }

    /** Ends a token, at once. */
    @Transactional
    public void revoke(Actor actor, String study, UUID release, UUID id) {
        ActingAs as = permission.require(actor, Right.DOWNLOAD_RELEASE, study);
        UUID known = releases.get(actor, study, release).id();
        UUID entry = audit.record(as, "release-token.revoked", id.toString(), "", Map.of("release", known.toString()));
        tokens.revoke(known, id, entry);
    }
}
