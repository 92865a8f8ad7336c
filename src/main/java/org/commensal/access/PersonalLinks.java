package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * The personal links by which participants get in, each with a PIN that its owner chose.
 *
 * <p>A link alone lets nobody in, and neither does a PIN. After {@value #MOST_TRIES} wrong PINs in a row a link is blocked
 * until a new one is issued, as NIST SP 800-63B asks (section 3.2.2); failures are counted by address as well. Nothing
 * holds a database connection while a PIN is checked.
 */
@ApplicationScoped
public class PersonalLinks {

    static final int MOST_TRIES = 10;

    private static final Text NOT_GOOD = new Text(
            "This link does not work, or no longer. Ask your site for a new card.",
            "Deze link werkt niet of niet meer. Vraag uw centrum om een nieuwe kaart.");
    private static final Text NO_PIN = new Text(
            "No PIN was chosen for this link yet. Open the link and choose one.",
            "Voor deze link is nog geen pincode gekozen. Open de link en kies er een.");
    private static final Text WRONG = new Text(
            "This is not the PIN of this link. You can try %s more times.",
            "Dit is niet de pincode van deze link. U kunt het nog %s keer proberen.");
    private static final Text WRONG_ONE_LEFT = new Text(
            "This is not the PIN of this link. You can try once more.",
            "Dit is niet de pincode van deze link. U kunt het nog één keer proberen.");
    private static final Text BLOCKED = new Text(
            "The PIN was wrong too often, so this link is blocked. Your answers are safe. Ask your site for a new card.",
            "De pincode was te vaak fout. Daarom is deze link geblokkeerd. Uw antwoorden zijn veilig. Vraag uw centrum om een nieuwe kaart.");

    /**
     * A link that was not replaced.
     *
     * @param hasPin whether its owner chose a PIN
     * @param isBlocked whether too many wrong PINs were tried
     */
    public record Held(Person person, boolean hasPin, boolean isBlocked) {}

    @Inject
    PersonalLinkLedger links;

    @Inject
    PeopleRegister people;

    @Inject
    AppearanceRegister appearances;

    @Inject
    KeepPin pins;

    @Inject
    BeginByLink begin;

    @Inject
    Locks locks;

    @Inject
    Sessions sessions;

    @Inject
    Openings openings;

    @Inject
    SignInFailures failures;

    @Inject
    SealingKey keys;

    @Inject
    AuditTrail audit;

    /**
     * Issues a link to a participant who has an account. Their earlier link ends, with its PIN, every session and every token.
     *
     * @param entry of the audit trail that says who issued it; the caller has checked the right to
     */
    @Transactional
    public PersonalLink issue(ParticipantCode code, UUID entry) {
        return issue(code, LinkToken.fresh(), entry);
    }

    /**
     * The same for a link that is mailed later: {@link #mailed} makes it again from the entry, with the key that is not in
     * the database. It is written down nowhere meanwhile.
     */
    @Transactional
    public void issueToMail(ParticipantCode code, UUID entry) {
        issue(code, toMail(entry), entry);
    }

    /** The link that was issued to be mailed; empty where another has replaced it. */
    public Optional<PersonalLink> mailed(UUID entry) {
        LinkToken token = toMail(entry);
        return links.find(token.digest()).flatMap(this::held).map(held -> link(held.person(), token));
    }

    private LinkToken toMail(UUID entry) {
        return LinkToken.of(keys.derived(Purpose.VAULT, "personal-link/" + entry));
    }

    private PersonalLink issue(ParticipantCode code, LinkToken token, UUID entry) {
        locks.hold("access/people");
        Person person =
                people.id(SignInName.typed(code.value())).flatMap(people::find).orElseThrow(People::notFound);
        links.add(token.digest(), person.id(), entry);
        openings.end(person, entry);
        return link(person, token);
    }

    private PersonalLink link(Person person, LinkToken token) {
        Language language = appearances.of(person.id()).language().orElse(person.language());
        return new PersonalLink(person.id(), token.written(), language);
    }

    /** The link of this token, if it is good; changes nothing, so that a program that looks into mail may open it. */
    public Optional<Held> find(String token) {
        return links.find(LinkToken.typed(token).digest()).flatMap(this::held);
    }

    private Optional<Held> held(PersonalLinkLedger.Row row) {
        return people.find(row.person())
                .filter(Person::isParticipant)
                .map(person -> new Held(person, row.verifier().isPresent(), row.failed() >= MOST_TRIES));
    }

    /** How it stands with the link of a participant; empty for whoever has none. For a page that checked its own right. */
    public Optional<Held> of(ParticipantCode code) {
        return people.id(SignInName.typed(code.value())).flatMap(links::of).flatMap(this::held);
    }

    /**
     * Chooses the PIN of a link, once.
     *
     * @throws Refusal {@code INVALID} for a PIN that is easy to guess, {@code CONFLICT} where one was chosen before
     */
    public void choosePin(String typed, String pin) {
        Held held = require(typed);
        if (held.hasPin()) {
            throw KeepPin.chosen();
        }
        LinkToken token = LinkToken.typed(typed);
        Pin chosen = Pin.typed(pin).chosen();
        pins.keep(token, held.person(), Passwords.verifier(token.with(chosen)));
    }

    /**
     * Chooses another PIN for a link, by whoever knows the one before. Every session and every token that was opened with
     * the old one ends.
     *
     * @throws Refusal {@code INVALID} for a new PIN that is easy to guess, else as {@link #signIn} does
     */
    public void changePin(String typed, String old, String wanted, String address) {
        Pin chosen = Pin.typed(wanted).chosen();
        Person person = check(typed, old, address);
        LinkToken token = LinkToken.typed(typed);
        pins.change(token, person, Passwords.verifier(token.with(chosen)));
    }

    /**
     * Begins a session.
     *
     * @param most how long it lasts at most, on a phone of the participant's own
     * @throws Refusal {@code NOT_SIGNED_IN} where the PIN is wrong, {@code NOT_ALLOWED} once the link is blocked
     */
    public SignedIn signIn(String typed, String pin, String address, Phone phone, Duration most) {
        Person person = check(typed, pin, address);
        SessionLife life = phone == Phone.OWN ? SessionLife.onOwnPhone(most) : SessionLife.ON_SHARED_PHONE;
        return begin.begin(LinkToken.typed(typed), person, address, life);
    }

    /** Recognises somebody for this one request, as {@link #signIn} does but without a session. */
    public SignedInPerson recognise(String typed, String pin, String address) {
        Person person = check(typed, pin, address);
        sessions.recognised(person, LinkToken.typed(typed).countedAs(), address);
        return new SignedInPerson(person.actor(), person.language(), Means.PASSWORD, false);
    }

    private Person check(String typed, String pin, String address) {
        Held held = require(typed);
        if (held.isBlocked()) {
            throw blocked();
        }
        LinkToken token = LinkToken.typed(typed);
        String verifier = links.find(token.digest())
                .flatMap(PersonalLinkLedger.Row::verifier)
                .orElseThrow(() -> new Refusal(Reason.NOT_YET, NO_PIN));
        failures.begin(token.countedAs(), address);
        int failed = links.beginTry(token.digest(), MOST_TRIES).orElseThrow(PersonalLinks::blocked);
        if (!Passwords.fits(token.with(Pin.typed(pin)), verifier)) {
            throw refuse(held.person(), MOST_TRIES - failed);
        }
        links.succeeded(token.digest());
        return held.person();
    }

    private Refusal refuse(Person person, int left) {
        ActingAs nobody = OwnAccount.ofNobody();
        audit.recordRefusal(nobody, "person.sign-in-failed", person.id().toString(), "");
        if (left == 0) {
            audit.recordRefusal(nobody, "link.blocked", person.id().toString(), "");
            return blocked();
        }
        return new Refusal(Reason.NOT_SIGNED_IN, left == 1 ? WRONG_ONE_LEFT : WRONG.with(left));
    }

    /** There are too many links to try one: what is none is not counted, no more than any other address that is not there. */
    private Held require(String typed) {
        return find(typed).orElseThrow(PersonalLinks::notGood);
    }

    private static Refusal blocked() {
        return new Refusal(Reason.NOT_ALLOWED, BLOCKED);
    }

    static Refusal notGood() {
        return new Refusal(Reason.NOT_FOUND, NOT_GOOD);
    }
}
