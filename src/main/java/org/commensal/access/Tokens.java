package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** The tokens with which programs act for somebody: never more than that person may, and less where a scope says so. */
@ApplicationScoped
public class Tokens {

    /** What a token is limited to. */
    public record Scope(Optional<String> study, boolean readOnly) {
        public static final Scope NONE = new Scope(Optional.empty(), false);
    }

    /** A token as it is given, this once. */
    public record Token(UUID id, String token, Instant expires) {
        @Override
        public String toString() {
            return "Token[" + id + "]";
        }
    }

    /** What is known of a token afterwards. */
    public record Entry(UUID id, String label, Scope scope, Instant created, Instant expires) {}

    public static final Duration USUAL_LIFE = Duration.ofDays(90);
    public static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private static final int LONGEST_LABEL = 80;
    private static final Text INVALID =
            new Text("The token cannot be made.", "De toegangssleutel kan niet worden gemaakt.");
    private static final Text LABEL = new Text(
            "Give the token a label of 1 to 80 characters that says what it is for.",
            "Geef de sleutel een naam van 1 tot 80 tekens die zegt waarvoor hij is.");
    private static final Text LIFE = new Text("A token lasts 1 to 365 days.", "Een sleutel geldt 1 tot 365 dagen.");
    private static final Text STUDY = new Text(
            "You have no role in study \"%s\". Name one of your studies.",
            "U hebt geen rol in onderzoek \"%s\". Noem een van uw onderzoeken.");
    private static final Text NO_TOKEN = new Text(
            "You have no such token. It may have been revoked or have expired.",
            "U hebt deze sleutel niet. Misschien is hij ingetrokken of verlopen.");

    @Inject
    TokenRegister tokens;

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    InstantSource wallTime;

    /** Makes a token that holds for the usual 90 days. */
    @Transactional
    public Token make(Actor actor, String label, Scope scope) {
        return make(actor, label, scope, USUAL_LIFE);
    }

    /** @param life from 1 to 365 days */
    @Transactional
    public Token make(Actor actor, String label, Scope scope, Duration life) {
        check(actor, label.strip(), scope, life);
        Instant now = wallTime.instant().truncatedTo(ChronoUnit.SECONDS);
        Entry token = new Entry(UUID.randomUUID(), label.strip(), scope, now, now.plus(life));
        UUID entry = audit.record(
                OwnAccount.of(actor),
                "token.made",
                token.id().toString(),
                "",
                Map.of(
                        "study", scope.study().orElse(Grant.EVERYWHERE),
                        "read-only", Boolean.toString(scope.readOnly()),
                        "expires", token.expires().toString()));
        String secret = Secrets.fresh();
        tokens.add(actor.id(), Secrets.digest(secret), token, entry);
        return new Token(token.id(), secret, token.expires());
    }

    /** The tokens of this person that still hold, newest first. */
    public List<Entry> list(Actor actor) {
        return tokens.of(actor.id(), wallTime.instant());
    }

    /** Ends one of this person's tokens, at once and on every node. */
    @Transactional
    public void revoke(Actor actor, UUID id) {
        locks.hold("access/tokens");
        if (list(actor).stream().noneMatch(token -> token.id().equals(id))) {
            throw new Refusal(Reason.NOT_FOUND, NO_TOKEN);
        }
        UUID entry = audit.record(OwnAccount.of(actor), "token.revoked", id.toString(), "", Map.of());
        tokens.revoke(id, entry);
    }

    /** Who a token stands for, with no more than its scope leaves, if it holds. */
    public Optional<SignedInPerson> find(String token) {
        return tokens.find(Secrets.digest(token), wallTime.instant())
                .map(found -> limited(found.person(), found.study()));
    }

    /** Only the roles that reach into the study, and none of them any further. */
    static SignedInPerson limited(SignedInPerson person, String study) {
        if (study.equals(Grant.EVERYWHERE)) {
            return person;
        }
        List<Grant> grants = person.actor().grants().stream()
                .filter(grant -> grant.study().equals(study) || grant.study().equals(Grant.EVERYWHERE))
                .map(grant -> new Grant(grant.role(), study, grant.site(), grant.participant()))
                .toList();
        Actor actor = new Actor(person.actor().id(), person.actor().name(), grants);
        return new SignedInPerson(actor, person.language(), person.means(), person.readOnly());
    }

    private void check(Actor actor, String label, Scope scope, Duration life) {
        List<Violation> faults = faults(label, life);
        scope.study()
                .filter(study -> permission.roles(actor, study).isEmpty())
                .ifPresent(study -> faults.add(new Violation("/study", STUDY.with(study))));
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    /** What is wrong with the label and the life of a token; a list that more can be added to. */
    static List<Violation> faults(String label, Duration life) {
        List<Violation> faults = new ArrayList<>();
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            faults.add(new Violation("/label", LABEL));
        }
        if (life.compareTo(Duration.ofDays(1)) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            faults.add(new Violation("/days", LIFE));
        }
        return faults;
    }
}
