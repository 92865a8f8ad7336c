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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.randomisation.DecideAllocation;
import org.commensal.randomisation.Gate;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Words;

/** The allocations outside the streams that were asked for, and the decisions on them; never an arm. */
@ApplicationScoped
@Path("/api/studies/{study}/allocation-requests")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationRequestResource {

    static final Map<String, Boolean> DECISIONS = Map.of("approved", true, "refused", false);

    /**
     * A request.
     *
     * @param participant and {@code follows}: for those who see the participants of the site
     * @param envelope and {@code openedAt}: of an envelope
     */
    public record Shown(
            UUID id,
            String way,
            String state,
            String site,
            Optional<String> participant,
            Optional<String> follows,
            Optional<Integer> envelope,
            Optional<Instant> openedAt,
            String reason,
            List<Gate> unmet,
            String by,
            Instant at,
            Optional<Decided> decided) {

        public static Shown of(AllocationRequest request) {
            return new Shown(
                    request.id(),
                    request.way().code(),
                    Words.code(request.state()),
                    request.site(),
                    request.whom().map(whom -> whom.participant().value()),
                    request.whom().flatMap(AllocationRequest.Whom::follows).map(ParticipantCode::value),
                    request.opened().map(AllocationRequest.Opened::envelope),
                    request.opened().map(AllocationRequest.Opened::at),
                    request.reason(),
                    request.unmet(),
                    request.by().name(),
                    request.at(),
                    request.decided()
                            .map(made -> new Decided(
                                    made.approved() ? "approved" : "refused",
                                    made.note(),
                                    made.by().name(),
                                    made.at())));
        }
    }

    public record Decided(String decision, String note, String by, Instant at) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    AllocationRequestRegister register;

    @Inject
    DecideAllocation decide;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return register.list(currentActor.actor(), study).stream()
                .map(Shown::of)
                .toList();
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown decide(@PathParam("study") String study, @PathParam("id") String id, JsonBody body) {
        boolean approved = body.oneOf("decision", DECISIONS);
        String note = body.string("note", 1, 2000);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        register.get(actor, study, Ids.uuid(id));
        AskAgain.Proof proof = again.proof(password);
        return Shown.of(decide.decide(actor, study, Ids.uuid(id), approved, note, proof));
    }
}
