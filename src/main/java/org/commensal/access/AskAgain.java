package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.commensal.access.PeopleRegister.Account;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * Asks somebody who is signed in for the password again, before an act that must be theirs beyond doubt.
 *
 * <p>A wrong password is counted and audited as a failed sign-in. Nothing holds a database connection while it is
 * checked.
 */
@ApplicationScoped
public class AskAgain {

    private static final Text WRONG = new Text(
            "This is not your password, so nothing was done. Type it again.",
            "Dit is niet uw wachtwoord. Er is niets gedaan. Typ het opnieuw.");

    /** That somebody proved, in this request, to be who is signed in. Only {@link AskAgain} can make one. */
    public static final class Proof {

        private final UUID person;

        Proof(UUID person) {
            this.person = person;
        }

        /** @throws IllegalStateException where another person proved it */
        public void of(Actor actor) {
            if (!person.equals(actor.id())) {
                throw new IllegalStateException("the proof is of another person");
            }
        }
    }

    @Inject
    SignInFailures failures;

    @Inject
    PeopleRegister people;

    @Inject
    AuditTrail audit;

    /**
     * Returns the proof.
     *
     * @param address of the device the request comes from, by which failures are counted
     * @throws Refusal {@code NOT_ALLOWED} where the password is wrong, {@code TOO_MANY} after too many tries
     */
    public Proof prove(Actor actor, String password, String address) {
        SignInName name = people.find(actor.id())
                .map(person -> SignInName.typed(person.signIn()))
                .orElseThrow(CurrentActor::notSignedIn);
        failures.beginAgain(name, address);
        String verifier = people.account(name).map(Account::verifier).orElse(Passwords.OF_NOBODY);
        if (!Passwords.fits(password, verifier)) {
            audit.recordRefusal(
                    OwnAccount.of(actor), "person.sign-in-failed", actor.id().toString(), "");
            throw new Refusal(Reason.NOT_ALLOWED, WRONG, List.of(new Violation("/password", WRONG)));
        }
        failures.succeededAgain(name, address);
        return new Proof(actor.id());
    }
}
