package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;

/** Begins, recognises and ends what a browser is signed in by. */
@ApplicationScoped
public class Sessions {

    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);

    @Inject
    SessionRegister sessions;

    @Inject
    PeopleRegister people;

    @Inject
    AppearanceRegister appearances;

    @Inject
    SignInFailures failures;

    @Inject
    AuditTrail audit;

    @Inject
    InstantSource wallTime;

    /** Begins a session for somebody whose password was right; always with a token of its own. */
    @Transactional
    public SignedIn open(Person person, String address, Optional<String> betterVerifier) {
        UUID entry = recognised(person, SignInName.typed(person.signIn()).countedAs(), address);
        betterVerifier.ifPresent(verifier -> people.addPassword(person.id(), verifier, entry));
        return begin(person, SessionLife.of(person));
    }

    /**
     * Begins a session for somebody whose PIN was right.
     *
     * @param account what its failures are counted by
     */
    @Transactional
    public SignedIn open(Person person, String account, String address, SessionLife life) {
        recognised(person, account, address);
        return begin(person, life);
    }

    private SignedIn begin(Person person, SessionLife life) {
        Instant now = wallTime.instant();
        String token = Secrets.fresh();
        sessions.removeEndedBefore(person.id(), now);
        sessions.add(Secrets.digest(token), person.id(), now, life);
        return new SignedIn(token, now.plus(life.most()), life.phone(), person.actor(), appearances.of(person.id()));
    }

    /** Notes that somebody's password or PIN was right; returns the audit entry. */
    @Transactional
    public UUID recognised(Person person, String account, String address) {
        failures.succeeded(account, address);
        return audit.record(
                OwnAccount.of(person.actor()), "person.signed-in", person.id().toString(), "", Map.of());
    }

    /** Whose session this is, if it still holds. Its use keeps it from running idle, noted once a minute. */
    public Optional<SignedInPerson> find(String token) {
        Instant now = wallTime.instant();
        String digest = Secrets.digest(token);
        Optional<SessionRegister.Found> found = sessions.find(digest, now);
        found.filter(session ->
                        session.idleUntil().isBefore(now.plus(session.idle()).minus(BETWEEN_TOUCHES)))
                .ifPresent(session -> sessions.touch(digest, now.plus(session.idle())));
        return found.map(SessionRegister.Found::person);
    }

    /** Ends every session of those who take part in a study, for a use case that has checked its own right. */
    @Transactional
    public void endOfParticipants(String study) {
        sessions.removeAllOfParticipants(study);
    }

    /** Ends a session; one that has ended already stays so. */
    @Transactional
    public void end(String token) {
        find(token)
                .ifPresent(person -> audit.record(
                        OwnAccount.of(person.actor()),
                        "person.signed-out",
                        person.actor().id().toString(),
                        "",
                        Map.of()));
        sessions.remove(Secrets.digest(token));
    }
}
