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
import org.commensal.access.CurrentActor;
import org.commensal.allocation.CommitmentText.Closing;
import org.commensal.allocation.CommitmentText.Moment;
import org.commensal.allocation.Contribution;
import org.commensal.randomisation.ApproveReveal;
import org.commensal.randomisation.Commitments;
import org.commensal.randomisation.Commitments.Standing;
import org.commensal.randomisation.ContributeToSeed;
import org.commensal.randomisation.DrawSeed;
import org.commensal.web.Downloads;
import org.commensal.web.JsonBody;

/** To what the seed of a study is bound, who contributed to it, and who approved that it is revealed. */
@ApplicationScoped
@Path("/api/studies/{study}/allocation")
@Produces(MediaType.APPLICATION_JSON)
public class CommitmentResource {

    /** A scheme that allocates or allocated, and where its ledger ended if it is closed. */
    public record Scheme(
            String version,
            Instant activatedAt,
            String commitment,
            Optional<Instant> closedAt,
            Optional<Integer> allocations,
            Optional<String> end) {

        public static Scheme of(Commitments.Scheme scheme) {
            return new Scheme(
                    scheme.version(),
                    scheme.binding().at(),
                    scheme.binding().commitment(),
                    scheme.closing().map(Closing::at),
                    scheme.closing().map(closing -> closing.end().allocations()),
                    scheme.closing().map(closing -> closing.end().hash()));
        }
    }

    /**
     * How far the seed of a study is: of the version that is to be activated next, or was last; never the seed.
     *
     * @param schemes those that allocated, the oldest first; the last one does now
     */
    public record Shown(
            String version,
            List<Scheme> schemes,
            Optional<Instant> drawnAt,
            Optional<String> serverCommitment,
            List<Contribution> contributions,
            Optional<Instant> activatedAt,
            Optional<String> commitment,
            List<String> approvals,
            boolean revealed) {

        public static Shown of(Standing standing) {
            return new Shown(
                    standing.version(),
                    standing.schemes().stream().map(Scheme::of).toList(),
                    standing.server().map(Moment::at),
                    standing.server().map(Moment::commitment),
                    standing.contributions(),
                    standing.binding().map(Moment::at),
                    standing.binding().map(Moment::commitment),
                    standing.approvals(),
                    standing.revealed());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    Commitments commitments;

    @Inject
    DrawSeed draw;

    @Inject
    ContributeToSeed contribute;

    @Inject
    ApproveReveal approve;

    @GET
    public Shown show(@PathParam("study") String study) {
        return Shown.of(commitments.standing(currentActor.actor(), study));
    }

    @GET
    @Path("commitment.txt")
    @Produces(MediaType.WILDCARD)
    public Response text(@PathParam("study") String study) {
        return Downloads.file(
                study + "-commitment.txt",
                MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"),
                commitments.text(currentActor.actor(), study));
    }

    @POST
    @Path("seed")
    public Shown draw(@PathParam("study") String study) {
        draw.draw(currentActor.actor(), study);
        return show(study);
    }

    @POST
    @Path("contributions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown contribute(@PathParam("study") String study, JsonBody body) {
        String content = body.string("content", 1, 200);
        body.done();
        contribute.contribute(currentActor.actor(), study, content);
        return show(study);
    }

    @POST
    @Path("approvals")
    public Shown approve(@PathParam("study") String study) {
        approve.approve(currentActor.actor(), study);
        return show(study);
    }
}
