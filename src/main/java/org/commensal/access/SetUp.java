package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the first administrator of a new server; refuses as soon as there is one. */
@ApplicationScoped
public class SetUp {

    private static final int LEAST_TOKEN = 16;
    private static final Text CLOSED = new Text(
            "This server is set up already, or the set-up token is not the configured one. Sign in, or check"
                    + " app.setup-token.",
            "Deze server is al ingericht, of het token klopt niet. Log in, of controleer app.setup-token.");
    private static final Text INVALID =
            new Text("The administrator cannot be made.", "De beheerder kan niet worden gemaakt.");

    @Inject
    PeopleRegister people;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    @ConfigProperty(name = "app.setup-token")
    Optional<String> configured;

    @Inject
    @ConfigProperty(name = "app.mode")
    Optional<String> mode;

    /** Whether the server still waits for its first administrator. */
    public boolean isOpen() {
        return people.holders(Role.ADMINISTRATOR) == 0;
    }

    /**
     * Makes the first administrator.
     *
     * @param setUpToken what {@code app.setup-token} says, at least 16 characters
     * @throws Refusal {@code NOT_ALLOWED} for another token, without one configured, and once there is an administrator
     */
    @Transactional
    public Person firstAdministrator(String setUpToken, String signIn, String name, String password) {
        boolean known = configured
                .filter(token -> token.length() >= LEAST_TOKEN)
                .filter(token -> Secrets.same(token, setUpToken))
                .isPresent();
        return make(known, SignInName.typed(signIn), name, password);
    }

    /** Makes the first administrator of a demonstration, which needs no token and refuses in any other mode. */
    @Transactional
    public Person demonstrationAdministrator(String signIn, String name, String password) {
        return make(mode.filter("demo"::equals).isPresent(), SignInName.typed(signIn), name, password);
    }

    private Person make(boolean allowed, SignInName signIn, String name, String password) {
        if (!isOpen()) {
            throw closed();
        }
        if (!allowed) {
            audit.recordRefusal(OwnAccount.ofNobody(), "access.refused", "set-up", "");
            throw closed();
        }
        locks.hold("access/people");
        if (!isOpen()) {
            throw closed();
        }
        List<Violation> faults = Invite.nameFaults(signIn, name);
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
        UUID id = UUID.randomUUID();
        String verifier = Invitations.verifier(password, signIn, false);
        Grant grant = new Grant(Role.ADMINISTRATOR.code(), Grant.EVERYWHERE, Grant.EVERYWHERE, Grant.EVERYWHERE);
        UUID entry = audit.record(
                OwnAccount.ofNobody(), "administrator.set-up", id.toString(), "", Map.of("grant", Invite.words(grant)));
        people.add(id, signIn, name.strip(), Language.EN, entry);
        people.addPassword(id, verifier, entry);
        people.addGrant(id, grant, entry);
        return people.find(id).orElseThrow();
    }

    private static Refusal closed() {
        return new Refusal(Reason.NOT_ALLOWED, CLOSED);
    }
}
