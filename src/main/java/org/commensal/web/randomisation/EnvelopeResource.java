package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.randomisation.IssueEnvelopes;
import org.commensal.randomisation.IssuedEnvelope;
import org.commensal.randomisation.SpoilEnvelope;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;

/** Sealed envelopes for when the server cannot be used: issued, printed by whoever may know what they hold, spoiled. */
@ApplicationScoped
@Path("/api/studies/{study}/envelopes")
@Produces(MediaType.APPLICATION_JSON)
public class EnvelopeResource {

    private static final int LARGEST = 100_000;

    /**
     * An envelope.
     *
     * @param reason why it will never be used; absent for others
     */
    public record Shown(String site, int number, String state, Instant issuedAt, Optional<String> reason) {

        public static Shown of(IssuedEnvelope issued) {
            return new Shown(
                    issued.envelope().site(),
                    issued.envelope().number(),
                    issued.envelope().state().code(),
                    issued.issued(),
                    Optional.of(issued.reason()).filter(reason -> !reason.isEmpty()));
        }
    }

    /** What an envelope holds, for whoever prints it. */
    public record Printed(int number, ArmDescription arm) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    Permission permission;

    @Inject
    EnvelopeRegister register;

    @Inject
    IssueEnvelopes issue;

    @Inject
    SpoilEnvelope spoil;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return register.list(currentActor.actor(), study).stream()
                .map(Shown::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(@PathParam("study") String study, JsonBody body) {
        String site = body.string("site", 1, 80);
        int first = body.integer("first", 1, LARGEST, 1);
        int last = body.integer("last", 1, LARGEST, 1);
        body.done();
        List<Shown> issued = issue.issue(currentActor.actor(), study, site, first, last).stream()
                .map(Shown::of)
                .toList();
        return Response.status(Response.Status.CREATED).entity(issued).build();
    }

    @POST
    @Path("sheets")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Printed> print(@PathParam("study") String study, JsonBody body) {
        String site = body.string("site", 1, 80);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        permission.require(actor, Right.ISSUE_ENVELOPES, study);
        AskAgain.Proof proof = again.proof(password);
        return issue.print(actor, study, site, proof).stream()
                .map(sheet -> new Printed(sheet.number(), sheet.arm()))
                .toList();
    }

    @POST
    @Path("spoiled")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown spoil(@PathParam("study") String study, JsonBody body) {
        String site = body.string("site", 1, 80);
        int number = body.integer("number", 1, LARGEST, 0);
        String reason = body.string("reason", 1, 2000);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        permission.require(actor, Right.SPOIL_ENVELOPE, study, site);
        AskAgain.Proof proof = again.proof(password);
        return Shown.of(spoil.spoil(actor, study, site, number, reason, proof));
    }
}
