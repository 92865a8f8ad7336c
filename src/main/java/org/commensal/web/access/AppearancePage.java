package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commensal.access.Appearance;
import org.commensal.access.CurrentActor;
import org.commensal.access.Phone;
import org.commensal.access.RememberAppearance;
import org.commensal.access.SignedInPerson;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.kernel.Language;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the language and the light that a person chose, in cookies and with their account, and goes back to the page they
 * were on.
 */
@ApplicationScoped
@Path("/appearance")
@PermitAll
public class AppearancePage {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    @Inject
    CurrentActor currentActor;

    @Inject
    RememberAppearance remember;

    @POST
    public Response choose(
            @FormParam("language") @Nullable String language,
            @FormParam("migraine-mode") @Nullable String migraineMode,
            @FormParam("back") @Nullable String back) {
        Appearance chosen = new Appearance(
                Optional.ofNullable(language).map(Language::of),
                Optional.ofNullable(migraineMode).map("on"::equals));
        Optional<SignedInPerson> reader = currentActor.optionalPerson().filter(person -> !person.readOnly());
        reader.ifPresent(person -> remember.remember(person.actor(), chosen));
        Phone phone = reader.filter(person -> person.means() == Means.SHARED_SESSION)
                .map(person -> Phone.SHARED)
                .orElse(Phone.OWN);
        return Response.fromResponse(Screens.seeOther(safe(back)))
                .cookie(AppearanceCookies.of(chosen, phone))
                .build();
    }

    /** A path of this server, and the start page for anything else. */
    static String safe(@Nullable String path) {
        return Optional.ofNullable(path).filter(OURS.asMatchPredicate()).orElse("/");
    }
}
