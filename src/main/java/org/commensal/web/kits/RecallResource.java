package org.commensal.web.kits;

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
import org.commensal.access.CurrentActor;
import org.commensal.kits.KitRegister;
import org.commensal.kits.RecallBatch;
import org.commensal.web.JsonBody;

/** The batches that are not used any more, and the participants who have a kit of one. */
@ApplicationScoped
@Path("/api/studies/{study}/kits/recalls")
@Produces(MediaType.APPLICATION_JSON)
public class RecallResource {

    /** @param concerned the kits of it that participants have, at the sites that you may see */
    public record Shown(String batch, String reason, Instant at, List<KitResource.Shown> concerned) {

        public static Shown of(KitRegister.Recalled recalled) {
            return new Shown(
                    recalled.batch(),
                    recalled.reason(),
                    recalled.at(),
                    recalled.concerned().stream().map(KitResource.Shown::of).toList());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    KitRegister kits;

    @Inject
    RecallBatch recall;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return kits.recalls(currentActor.actor(), study).stream().map(Shown::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Shown> recall(@PathParam("study") String study, JsonBody body) {
        String batch = body.string("batch", 1, 40);
        String reason = body.string("reason", 1, 2000);
        body.done();
        recall.recall(currentActor.actor(), study, batch, reason);
        return list(study);
    }
}
