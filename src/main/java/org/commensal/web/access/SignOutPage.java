package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.commensal.access.CurrentActor;
import org.commensal.access.SignOut;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.web.Recognition;
import org.commensal.web.Screens;
import org.commensal.web.SessionCookie;

/** Ends the session of this browser; on a phone that others use too, nothing stays on it. */
@ApplicationScoped
@Path("/sign-out")
@PermitAll
public class SignOutPage {

    @Inject
    SignOut signOut;

    @Inject
    CurrentActor currentActor;

    @POST
    public Response leave(@Context HttpServletRequest request) {
        Recognition.session(request).ifPresent(signOut::signOut);
        Response.ResponseBuilder left =
                Response.fromResponse(Screens.seeOther("/sign-in")).cookie(SessionCookie.none(), LinkCookie.none());
        boolean shared = currentActor
                .optionalPerson()
                .filter(person -> person.means() == Means.SHARED_SESSION)
                .isPresent();
        return (shared ? left.header("Clear-Site-Data", "\"cache\", \"storage\"") : left).build();
    }
}
