package org.commensal.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Invitation;
import org.commensal.access.Invite;
import org.commensal.access.Invitee;
import org.commensal.access.People;
import org.commensal.access.Person;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** The staff and their roles, for whoever manages people. */
@ApplicationScoped
@Path("/api/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    /** Somebody invited; the invitation is shown this once. */
    public record Invited(UUID id, String invitation, Instant expires) {
        static Invited of(Invitation made) {
            return new Invited(made.person(), made.token(), made.expires());
        }
    }

    /** A person as listed. */
    public record Listed(UUID id, String signIn, String name, String language, List<Held> grants) {}

    /** A role somebody holds. */
    public record Held(UUID id, String role, String study, String site) {}

    @Inject
    People people;

    @Inject
    Invite invite;

    @Inject
    CurrentActor currentActor;

    @GET
    public List<Listed> list() {
        return people.list(currentActor.actor()).stream()
                .map(PeopleResource::listed)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(JsonBody body) {
        String signIn = body.string("signIn", 1, 80);
        String name = body.string("name", 1, 200);
        Language language = body.language("language");
        List<Grant> grants =
                body.objects("grants").stream().map(PeopleResource::grant).toList();
        body.done();
        Invitation made = invite.invite(currentActor.actor(), new Invitee(signIn, name, language, grants));
        return created(Invited.of(made));
    }

    @POST
    @Path("{id}/invitation")
    public Response again(@PathParam("id") String id) {
        return created(Invited.of(invite.again(currentActor.actor(), Ids.uuid(id))));
    }

    @POST
    @Path("{id}/grants")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@PathParam("id") String id, JsonBody body) {
        Grant grant = grant(body);
        body.done();
        UUID given = people.give(currentActor.actor(), Ids.uuid(id), grant);
        return created(new Held(given, grant.role(), grant.study(), grant.site()));
    }

    @DELETE
    @Path("{id}/grants/{grant}")
    public void revoke(@PathParam("id") String id, @PathParam("grant") String grant) {
        people.revoke(currentActor.actor(), Ids.uuid(id), Ids.uuid(grant));
    }

    private static Grant grant(JsonBody body) {
        return new Grant(
                body.string("role", 1, 40),
                body.optionalString("study", 1, 40).orElse(Grant.EVERYWHERE),
                body.optionalString("site", 1, 40).orElse(Grant.EVERYWHERE),
                Grant.EVERYWHERE);
    }

    private static Listed listed(Person person) {
        List<Held> grants = person.held().entrySet().stream()
                .map(held -> new Held(
                        held.getKey(),
                        held.getValue().role(),
                        held.getValue().study(),
                        held.getValue().site()))
                .toList();
        return new Listed(
                person.id(), person.signIn(), person.name(), person.language().code(), grants);
    }

    private static Response created(Object made) {
        return Response.status(Response.Status.CREATED).entity(made).build();
    }
}
