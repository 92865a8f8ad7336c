package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.commensal.access.Phone;
import org.commensal.access.SignedIn;
import org.commensal.enrolment.AdmitParticipant;
import org.commensal.web.ClientAddress;
import org.commensal.web.JsonBody;
import org.commensal.web.SessionCookie;

/** Chooses the PIN of a personal link, or another one, and signs a browser in with both. */
@ApplicationScoped
@Path("/api/links")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class PersonalLinkResource {

    @Inject
    AdmitParticipant admit;

    @Inject
    ClientAddress address;

    @Inject
    InstantSource wallTime;

    @POST
    @Path("pin")
    @Consumes(MediaType.APPLICATION_JSON)
    public void choose(JsonBody body) {
        String token = body.string("token", 1, 100);
        String pin = body.string("pin", 1, 100);
        body.done();
        admit.choosePin(token, pin);
    }

    @POST
    @Path("another-pin")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(JsonBody body, @Context HttpServletRequest request) {
        String token = body.string("token", 1, 100);
        String pin = body.string("pin", 1, 100);
        String wanted = body.string("wanted", 1, 100);
        body.done();
        admit.changePin(token, pin, wanted, address.of(request));
    }

    @POST
    @Path("session")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(JsonBody body, @Context HttpServletRequest request) {
        String token = body.string("token", 1, 100);
        String pin = body.string("pin", 1, 100);
        boolean shared = body.flag("shared", false);
        body.done();
        SignedIn session = admit.enter(token, pin, address.of(request), shared ? Phone.SHARED : Phone.OWN);
        return Response.noContent()
                .cookie(SessionCookie.of(session, wallTime.instant()))
                .build();
    }
}
