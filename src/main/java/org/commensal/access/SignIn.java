package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.commensal.access.PeopleRegister.Account;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * Lets somebody in by name and password.
 *
 * <p>A wrong password, a name that nobody has and an invitation that was never accepted get the same answer after the
 * same time. Nothing holds a database connection while the password is checked.
 */
@ApplicationScoped
public class SignIn {

    private static final Text WRONG = new Text(
            "This name and password do not belong together. Check both and try again.",
            "Deze naam en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.");

    @Inject
    SignInFailures failures;

    @Inject
    PeopleRegister people;

    @Inject
    Sessions sessions;

    @Inject
    AuditTrail audit;

    /**
     * Begins a session.
     *
     * @param address of the device the request comes from, by which failures are counted
     * @throws Refusal {@code NOT_SIGNED_IN} where name and password do not fit, {@code TOO_MANY} after too many tries
     */
    public SignedIn signIn(String name, String password, String address) {
        Account account = check(SignInName.typed(name), password, address);
        Optional<String> better = Optional.of(account.verifier())
                .filter(Passwords::isOutdated)
                .map(outdated -> Passwords.verifier(password));
        return sessions.open(person(account), address, better);
    }

    /** Recognises somebody for this one request, as {@link #signIn} does but without a session. */
    public SignedInPerson recognise(String name, String password, String address) {
        Account account = check(SignInName.typed(name), password, address);
        Person person = person(account);
        sessions.recognised(person, SignInName.typed(person.signIn()).countedAs(), address);
        return new SignedInPerson(person.actor(), person.language(), Means.PASSWORD, false);
    }

    private Account check(SignInName name, String password, String address) {
        failures.begin(name.countedAs(), address);
        Optional<Account> account = people.account(name);
        boolean fits = Passwords.fits(password, account.map(Account::verifier).orElse(Passwords.OF_NOBODY));
        return account.filter(known -> fits).orElseThrow(() -> refuse(account));
    }

    private Refusal refuse(Optional<Account> account) {
        String subject = account.map(known -> known.person().toString()).orElse("unknown");
        audit.recordRefusal(OwnAccount.ofNobody(), "person.sign-in-failed", subject, "");
        return new Refusal(Reason.NOT_SIGNED_IN, WRONG);
    }

    private Person person(Account account) {
        return people.find(account.person()).orElseThrow();
    }
}
