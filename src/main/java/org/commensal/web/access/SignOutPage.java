package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.commensal.access.SignOut;
import org.commensal.web.Recognition;
import org.commensal.web.Screens;
import org.commensal.web.SessionCookie;

/** Ends the session of this browser. */
@ApplicationScoped
@Path("/sign-out")
@PermitAll
public class SignOutPage {

    @Inject
    SignOut signOut;

    @POST
    public Response leave(@Context HttpServletRequest request) {
        Recognition.session(request).ifPresent(signOut::signOut);
        return Response.fromResponse(Screens.seeOther("/sign-in"))
                .cookie(SessionCookie.none())
                .build();
    }
}
