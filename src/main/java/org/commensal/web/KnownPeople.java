package org.commensal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.access.Sessions;
import org.commensal.access.SignIn;
import org.commensal.access.SignedInPerson;
import org.commensal.access.Tokens;
import org.commensal.enrolment.AdmitParticipant;
import org.commensal.kernel.Actor.Grant;

/** The identity store: whose session, token, or name and password this is. */
@ApplicationScoped
public class KnownPeople implements IdentityStore {

    /** What the cookie of a browser holds. */
    record Session(String token) implements Credential {}

    /** A token of the API. */
    record Bearer(String token) implements Credential {}

    /**
     * @param name or the token of a personal link, whose PIN is the password
     * @param address of the device, by which failures are counted
     */
    record NameAndPassword(String name, String password, String address) implements Credential {

        @Override
        public String toString() {
            return "name and password withheld";
        }
    }

    /** The caller as the container knows them, with all that we know. */
    static final class KnownPrincipal extends CallerPrincipal {

        private static final long serialVersionUID = 1L;

        private final transient SignedInPerson person;

        KnownPrincipal(SignedInPerson person) {
            super(person.actor().id().toString());
            this.person = person;
        }

        SignedInPerson person() {
            return person;
        }
    }

    @Inject
    Sessions sessions;

    @Inject
    Tokens tokens;

    @Inject
    SignIn signIn;

    @Inject
    AdmitParticipant admit;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return find(credential).map(KnownPeople::valid).orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private Optional<SignedInPerson> find(Credential credential) {
        if (credential instanceof Session session) {
            return sessions.find(session.token());
        }
        if (credential instanceof Bearer bearer) {
            return tokens.find(bearer.token());
        }
        if (credential instanceof NameAndPassword typed) {
            return Optional.of(
                    admit.isLink(typed.name())
                            ? admit.recognise(typed.name(), typed.password(), typed.address())
                            : signIn.recognise(typed.name(), typed.password(), typed.address()));
        }
        return Optional.empty();
    }

    private static CredentialValidationResult valid(SignedInPerson person) {
        Set<String> roles = person.actor().grants().stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
        return new CredentialValidationResult(new KnownPrincipal(person), roles);
    }
}
