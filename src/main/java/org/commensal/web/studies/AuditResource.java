package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.ReadAudit;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Checkpoint;
import org.commensal.web.PageAsked;
import org.jspecify.annotations.Nullable;

/** Who did what in a study, the checkpoints that seal it, and whether they hold. */
@ApplicationScoped
@Path("/api/studies/{study}/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    /** A part of the trail, newest first. */
    public record Listed(List<AuditTrail.Entry> entries, int page, int size, long total) {}

    /** Whether the chain of the whole server holds, and each place where it does not. */
    public record Verified(boolean holds, List<String> broken) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    ReadAudit audit;

    @GET
    public Listed list(
            @PathParam("study") String study,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageAsked paging = PageAsked.of(page, size);
        ReadAudit.Page found = audit.page(currentActor.actor(), study, paging.page(), paging.size());
        return new Listed(found.entries(), paging.page(), paging.size(), found.total());
    }

    @GET
    @Path("checkpoints")
    public List<Checkpoint> checkpoints(
            @PathParam("study") String study,
            @QueryParam("page") @Nullable String page,
            @QueryParam("size") @Nullable String size) {
        PageAsked paging = PageAsked.of(page, size);
        return audit.checkpoints(currentActor.actor(), study, paging.page(), paging.size());
    }

    @GET
    @Path("verification")
    public Verified verify(@PathParam("study") String study) {
        List<String> broken = audit.verify(currentActor.actor(), study);
        return new Verified(broken.isEmpty(), broken);
    }
}
