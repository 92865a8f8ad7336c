package org.commensal.web.studies;

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
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.golive.ApproveGoLive;
import org.commensal.golive.Checklist;
import org.commensal.golive.DryRun;
import org.commensal.golive.GoLive;
import org.commensal.golive.PerformDryRun;
import org.commensal.kernel.Text;
import org.commensal.web.Downloads;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** What must be on file before a study is activated: what is there, dry runs, approvals. */
@ApplicationScoped
@Path("/api/studies/{study}/go-live")
@Produces(MediaType.APPLICATION_JSON)
public class GoLiveResource {

    /** @param todo what is to be done; absent where it is on file */
    public record Item(String code, boolean met, Text label, Optional<Text> todo) {}

    /** A dry run without its test list, which only those see who may know the settings of the allocation. */
    public record Run(UUID id, int participants, boolean passed, Instant at) {

        public static Run of(DryRun run) {
            return new Run(run.id(), run.participants(), run.passed(), run.at());
        }
    }

    public record Given(String name, String role, String reference, Instant at) {}

    public record Shown(String version, boolean ready, List<Item> items, List<Run> dryRuns, List<Given> approvals) {

        public static Shown of(Checklist list) {
            return new Shown(
                    list.version(),
                    list.items().stream().allMatch(Checklist.Item::met),
                    list.items().stream()
                            .map(item -> new Item(item.code(), item.met(), item.label(), item.todo()))
                            .toList(),
                    list.dryRuns().stream().map(Run::of).toList(),
                    list.approvals().stream()
                            .map(given -> new Given(given.name(), given.role(), given.reference(), given.at()))
                            .toList());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    GoLive goLive;

    @Inject
    PerformDryRun dryRun;

    @Inject
    ApproveGoLive approve;

    @GET
    public Shown checklist(@PathParam("study") String study) {
        return Shown.of(goLive.checklist(currentActor.actor(), study));
    }

    @POST
    @Path("dry-runs")
    public Response perform(@PathParam("study") String study) {
        DryRun run = dryRun.perform(currentActor.actor(), study);
        return Response.status(Response.Status.CREATED).entity(Run.of(run)).build();
    }

    @GET
    @Path("dry-runs/{run}/list.csv")
    @Produces("text/csv")
    public Response list(@PathParam("study") String study, @PathParam("run") String run) {
        return Downloads.csv("test-list.csv", dryRun.list(currentActor.actor(), study, Ids.uuid(run)));
    }

    @POST
    @Path("approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown approve(@PathParam("study") String study, JsonBody body) {
        String reference = body.string("reference", 1, 2000);
        body.done();
        return Shown.of(approve.approve(currentActor.actor(), study, reference));
    }
}
