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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.kits.KitRegister;
import org.commensal.kits.TakeReturn;
import org.commensal.randomisation.HandOutKit;
import org.commensal.web.JsonBody;

/** The kits that a participant has or had. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/kits")
@Produces(MediaType.APPLICATION_JSON)
public class ParticipantKitResource {

    private static final Text EITHER = new Text(
            "Name the visit, or the lost or damaged kit that this one replaces.",
            "Noem het bezoek, of de verpakking die kwijt of beschadigd is.");

    @Inject
    CurrentActor currentActor;

    @Inject
    KitRegister kits;

    @Inject
    HandOutKit handOut;

    @Inject
    TakeReturn takeReturn;

    @GET
    public List<KitResource.Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return kits.of(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(KitResource.Shown::of)
                .toList();
    }

    /** The same visit, or the same kit to replace, is answered with the same kit. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public KitResource.Shown handOut(@PathParam("study") String study, @PathParam("code") String typed, JsonBody body) {
        Optional<String> visit = body.optionalString("visit", 1, 40);
        Optional<String> replaces = body.optionalString("replaces", 1, 20);
        body.done();
        if (visit.isPresent() == replaces.isPresent()) {
            throw new Refusal(Reason.INVALID, EITHER, List.of(new Violation("/visit", EITHER)));
        }
        ParticipantCode code = ParticipantCode.parse(typed);
        Actor actor = currentActor.actor();
        String number = visit.map(at -> handOut.atVisit(actor, study, code, at))
                .orElseGet(() -> handOut.instead(actor, study, code, replaces.orElseThrow()));
        return list(study, typed).stream()
                .filter(kit -> kit.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @PUT
    @Path("{kit}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    public KitResource.Shown takeReturn(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("kit") String kit,
            JsonBody body) {
        int units = body.integer("units", 0, 10_000, -1);
        body.done();
        return KitResource.Shown.of(
                takeReturn.take(currentActor.actor(), study, ParticipantCode.parse(code), kit, units));
    }
}
