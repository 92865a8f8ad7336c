package org.commensal.web.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.Kit;
import org.commensal.kits.Kit.Done;
import org.commensal.kits.Kit.Step;
import org.commensal.kits.KitRegister;
import org.commensal.kits.MakeKits;
import org.commensal.kits.ReadKitList;
import org.commensal.kits.WriteOffKit;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The kits of a study: the list, and the stock of each site. What is in a kit is in the list of the unblinded alone. */
@ApplicationScoped
@Path("/api/studies/{study}/kits")
@Produces(MediaType.APPLICATION_JSON)
public class KitResource {

    static final Map<String, Step> WRITE_OFFS =
            Map.of("lost", Step.LOST, "damaged", Step.DAMAGED, "destroyed", Step.DESTROYED);

    /** @param since when it came into this state; empty at the depot */
    public record Shown(
            String number,
            String batch,
            LocalDate expiry,
            boolean recalled,
            String state,
            Optional<Instant> since,
            Optional<String> site,
            Optional<String> participant,
            Optional<String> visit,
            Optional<String> replaces,
            Optional<Integer> returned) {

        public static Shown of(Kit kit) {
            return new Shown(
                    kit.number(),
                    kit.batch(),
                    kit.expiry(),
                    kit.recalled(),
                    Words.code(kit.state()),
                    kit.step(kit.state()).map(Done::at),
                    kit.site(),
                    kit.participant().map(ParticipantCode::value),
                    Optional.of(kit.visit()).filter(visit -> !visit.isEmpty()),
                    kit.step(Step.ASSIGNED).map(Done::replaces).filter(number -> !number.isEmpty()),
                    kit.step(Step.RETURNED).flatMap(Done::units));
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    KitRegister kits;

    @Inject
    MakeKits make;

    @Inject
    ReadKitList lists;

    @Inject
    WriteOffKit writeOff;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return kits.list(currentActor.actor(), study).stream().map(Shown::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response generate(@PathParam("study") String study, JsonBody body) {
        String batch = body.string("batch", 1, 40);
        LocalDate expiry = body.date("expiry");
        int sets = body.integer("sets", 1, 5000, 1);
        body.done();
        return made(make.generate(currentActor.actor(), study, batch, expiry, sets));
    }

    @POST
    @Path("imports")
    @Consumes("text/csv")
    public Response importList(@PathParam("study") String study, byte[] file) {
        return made(make.importList(currentActor.actor(), study, file));
    }

    private static Response made(MakeKits.Made made) {
        return Response.status(made.before() ? Response.Status.OK : Response.Status.CREATED)
                .entity(made)
                .build();
    }

    @GET
    @Path("list.csv")
    @Produces("text/csv")
    public Response readList(@PathParam("study") String study) {
        return Response.ok(lists.read(currentActor.actor(), study))
                .type(new MediaType("text", "csv", "utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + study + "-kits.csv\"")
                .build();
    }

    @GET
    @Path("stock")
    public List<KitRegister.SiteStock> stock(@PathParam("study") String study) {
        return kits.stock(currentActor.actor(), study);
    }

    @GET
    @Path("kinds")
    public List<KitRegister.KindStock> kinds(@PathParam("study") String study) {
        return kits.kindStock(currentActor.actor(), study);
    }

    @PUT
    @Path("{kit}/write-off")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown writeOff(@PathParam("study") String study, @PathParam("kit") String kit, JsonBody body) {
        Step what = body.oneOf("what", WRITE_OFFS);
        String reason = body.string("reason", 1, 2000);
        body.done();
        return Shown.of(writeOff.writeOff(currentActor.actor(), study, kit, what, reason));
    }
}
