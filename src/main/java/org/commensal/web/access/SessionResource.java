package org.commensal.web.access;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.SignIn;
import org.commensal.access.SignOut;
import org.commensal.access.SignedIn;
import org.commensal.access.SignedInPerson;
import org.commensal.access.SignedInPerson.Means;
import org.commensal.kernel.Actor.Grant;
import org.commensal.web.ClientAddress;
import org.commensal.web.JsonBody;
import org.commensal.web.Recognition;
import org.commensal.web.SessionCookie;

/** Signs a browser in and out, and says who is signed in. */
@ApplicationScoped
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    /**
     * Who is signed in, and everything this person may be.
     *
     * @param shared whether it is a phone that others use too, on which nothing may stay
     */
    public record Me(UUID id, String name, String language, boolean shared, List<GrantEntry> grants) {}

    /** One role, as it is sent. */
    public record GrantEntry(String role, String study, String site, String participant) {
        static GrantEntry of(Grant grant) {
            return new GrantEntry(grant.role(), grant.study(), grant.site(), grant.participant());
        }
    }

    @Inject
    SignIn signIn;

    @Inject
    SignOut signOut;

    @Inject
    CurrentActor currentActor;

    @Inject
    ClientAddress address;

    @Inject
    InstantSource wallTime;

    @GET
    public Me me() {
        SignedInPerson person = currentActor.person();
        List<GrantEntry> grants =
                person.actor().grants().stream().map(GrantEntry::of).toList();
        return new Me(
                person.actor().id(),
                person.actor().name(),
                person.language().code(),
                person.means() == Means.SHARED_SESSION,
                grants);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(JsonBody body, @Context HttpServletRequest request) {
        String name = body.string("signIn", 1, 200);
        String password = body.string("password", 1, 1000);
        body.done();
        SignedIn session = signIn.signIn(name, password, address.of(request));
        return Response.noContent()
                .cookie(SessionCookie.of(session, wallTime.instant()))
                .build();
    }

    @DELETE
    @PermitAll
    public Response signOut(@Context HttpServletRequest request) {
        Recognition.session(request).ifPresent(signOut::signOut);
        return Response.noContent().cookie(SessionCookie.none()).build();
    }
}
