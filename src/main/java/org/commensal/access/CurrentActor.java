package org.commensal.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.commensal.access.SignedInPerson.Means;
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

    private static final Text NOT_BY_TOKEN = new Text(
            "A token cannot make or end tokens. Sign in, or send name and password with this request.",
            "Met een sleutel kunt u geen sleutels maken of intrekken. Log in, of stuur naam en wachtwoord mee.");

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

    /**
     * Who makes this request themselves, and not by a token.
     *
     * @throws Refusal {@code NOT_SIGNED_IN} where nobody is, {@code NOT_ALLOWED} for a token
     */
    public SignedInPerson withoutToken() {
        if (person().means() == Means.TOKEN) {
            throw new Refusal(Reason.NOT_ALLOWED, NOT_BY_TOKEN);
        }
        return person();
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
