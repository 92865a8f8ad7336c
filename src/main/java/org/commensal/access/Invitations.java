package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** Lets somebody who was invited choose a password. */
@ApplicationScoped
public class Invitations {

    private static final Text NOT_GOOD = new Text(
            "This invitation was used before, has expired or was replaced. Ask whoever invited you for a new one.",
            "Deze uitnodiging is al gebruikt, verlopen of vervangen. Vraag om een nieuwe.");
    private static final Text INVALID =
            new Text("This password cannot be used.", "Dit wachtwoord kan niet worden gebruikt.");

    @Inject
    InvitationLedger invitations;

    @Inject
    PeopleRegister people;

    @Inject
    SessionRegister sessions;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    InstantSource wallTime;

    /** Who an invitation is for, if it is still good. */
    public Optional<Person> find(String token) {
        return invitations.person(Secrets.digest(token), wallTime.instant()).flatMap(people::find);
    }

    /** The fewest characters that this person's password may have. */
    public int leastCharacters(Person person) {
        return person.isParticipant() ? PasswordRules.LEAST_FOR_PARTICIPANTS : PasswordRules.LEAST_FOR_STAFF;
    }

    /**
     * Sets the password, uses the invitation up, and ends every session the person still had.
     *
     * @return who can now sign in
     * @throws Refusal {@code NOT_FOUND} for an invitation that is not good, {@code INVALID} for a password that is not;
     *     the invitation stays good then
     */
    @Transactional
    public Person accept(String token, String password) {
        locks.hold("access/people");
        Person person = find(token).orElseThrow(Invitations::notGood);
        String verifier = verifier(password, SignInName.typed(person.signIn()), person.isParticipant());
        UUID entry = audit.record(
                OwnAccount.of(person.actor()),
                "person.password-chosen",
                person.id().toString(),
                "",
                Map.of());
        invitations.use(Secrets.digest(token), entry);
        people.addPassword(person.id(), verifier, entry);
        sessions.removeAllOf(person.id());
        return person;
    }

    static String verifier(String password, SignInName signIn, boolean participant) {
        List<Violation> faults = PasswordRules.faults(password, signIn, participant);
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
        return Passwords.verifier(password);
    }

    private static Refusal notGood() {
        return new Refusal(Reason.NOT_FOUND, NOT_GOOD);
    }
}
