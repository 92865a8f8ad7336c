package org.commensal.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/** Who makes this request. Nobody, until the edge has recognised a session or a token. */
@RequestScoped
public class CurrentActor {

    private static final Text NOBODY = new Text(
            "Nobody is signed in, or the sign-in has ended. Sign in and try again.",
            "U bent niet ingelogd, of u bent te lang weg geweest. Log in en probeer het opnieuw.");

    private Optional<SignedInPerson> person = Optional.empty();

    /** Called by the edge, once a request. */
    public void is(SignedInPerson recognised) {
        person = Optional.of(recognised);
    }

    /** @throws Refusal {@code NOT_SIGNED_IN} where nobody is */
    public Actor actor() {
        return person().actor();
    }

    /** @throws Refusal {@code NOT_SIGNED_IN} where nobody is */
    public SignedInPerson person() {
        return person.orElseThrow(CurrentActor::notSignedIn);
    }

    public Optional<Actor> optional() {
        return person.map(SignedInPerson::actor);
    }

    public Optional<SignedInPerson> optionalPerson() {
        return person;
    }

    public static Refusal notSignedIn() {
        return new Refusal(Reason.NOT_SIGNED_IN, NOBODY);
    }
}
