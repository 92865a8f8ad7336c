package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Locks;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * The tokens with which programs read one release each, in the form of REDCap: 32 hexadecimal digits. Whoever has one may
 * read that release while the person who made it may, and nothing else.
 *
 * <p>Who may make, see or end one is for the use case that calls this to ask and to record.
 */
@ApplicationScoped
public class ReleaseTokens {

    /** A token as it is given, this once. */
    public record Made(UUID id, String token, Instant expires) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /** @param by who made it */
    public record Entry(UUID id, String label, String by, Instant created, Instant expires) {}

    /** @param actor who made the token, with the roles they have now */
    public record Holder(UUID token, Actor actor, String study, UUID release) {}

    private static final String FORM = "[0-9A-F]{32}";

    private static final Text INVALID =
            new Text("The token cannot be made.", "De toegangssleutel kan niet worden gemaakt.");
    private static final Text WRONG = new Text(
            "You do not have permissions to use the API with this token. It may have been revoked or have expired; make another on the page of the release.",
            "Deze sleutel geeft geen toegang. Misschien is hij ingetrokken of verlopen; maak een nieuwe op de pagina van de dataset.");
    private static final Text NO_TOKEN = new Text(
            "This release has no such token. It may have been revoked or have expired.",
            "Deze dataset heeft die sleutel niet. Misschien is hij ingetrokken of verlopen.");

    @Inject
    ReleaseTokenRegister tokens;

    @Inject
    SignInFailures failures;

    @Inject
    Locks locks;

    @Inject
    InstantSource wallTime;

    /**
     * Makes a token of somebody for a release.
     *
     * @param id that the entry of the audit trail names
     * @param label 1 to 80 characters
     * @param life 1 to 365 days
     * @throws Refusal {@code INVALID}
     */
    @Transactional
    public Made make(Actor actor, UUID id, String study, UUID release, String label, Duration life, UUID entry) {
        List<Violation> faults = Tokens.faults(label.strip(), life);
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
        Instant now = wallTime.instant().truncatedTo(ChronoUnit.SECONDS);
        Entry token = new Entry(id, label.strip(), actor.name(), now, now.plus(life));
        String secret = Secrets.freshDigits();
        tokens.add(actor.id(), Secrets.digest(secret), study, release, token, entry);
        return new Made(id, secret, token.expires());
    }

    /** The tokens of a release that still hold, newest first. */
    public List<Entry> of(UUID release) {
        return tokens.of(release, wallTime.instant());
    }

    /**
     * Ends a token of a release, at once and on every node.
     *
     * @throws Refusal {@code NOT_FOUND} where the release has no such token
     */
    @Transactional
    public void revoke(UUID release, UUID id, UUID entry) {
        locks.hold("access/tokens");
        if (of(release).stream().noneMatch(token -> token.id().equals(id))) {
            throw new Refusal(Reason.NOT_FOUND, NO_TOKEN);
        }
        tokens.revoke(id, entry);
    }

    /**
     * Whose token it is and what it opens. Whether that person may still read it is for the caller to ask.
     *
     * @param address of the device it comes from, by which wrong tokens are counted
     * @throws Refusal {@code NOT_ALLOWED} for a token that does not hold, {@code TOO_MANY} after too many
     */
    public Holder recognise(String token, String address) {
        failures.refuseTokensFrom(address);
        return tokens.find(Secrets.digest(token), wallTime.instant())
                .filter(found -> token.matches(FORM))
                .orElseThrow(() -> wrong(address));
    }

    /** Counts a token that is good for nothing, and refuses it as one that nobody was given. */
    public Refusal wrong(String address) {
        failures.countTokenFrom(address);
        return new Refusal(Reason.NOT_ALLOWED, WRONG);
    }

    /** Whether this is the first time today (UTC) that a token is used; only one asker is told so. */
    @Transactional
    public boolean isFirstToday(UUID token) {
        if (tokens.wasUsed(token, today())) {
            return false;
        }
        locks.hold("release-token/" + token);
        return !tokens.wasUsed(token, today());
    }

    @Transactional
    public void usedToday(UUID token, UUID entry) {
        tokens.use(token, today(), entry);
    }

    private LocalDate today() {
        return wallTime.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
