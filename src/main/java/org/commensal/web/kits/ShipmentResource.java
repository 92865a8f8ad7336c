package org.commensal.web.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.kits.KitRegister;
import org.commensal.kits.ReceiveShipment;
import org.commensal.kits.ShipKits;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** Kits on their way from the depot to a site. */
@ApplicationScoped
@Path("/api/studies/{study}/kits/shipments")
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    KitRegister kits;

    @Inject
    ShipKits ship;

    @Inject
    ReceiveShipment receive;

    @GET
    public List<KitRegister.Sent> list(@PathParam("study") String study) {
        return kits.shipments(currentActor.actor(), study);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ship(
            @PathParam("study") String study,
            @HeaderParam("Idempotency-Key") @DefaultValue("") String idempotencyKey,
            JsonBody body) {
        String site = body.string("site", 1, 40);
        int sets = body.integer("sets", 1, 500, 1);
        body.done();
        ShipKits.Shipped shipped = ship.ship(currentActor.actor(), study, site, sets, idempotencyKey);
        return Response.status(shipped.before() ? Response.Status.OK : Response.Status.CREATED)
                .entity(shipped.shipment())
                .build();
    }

    @PUT
    @Path("{shipment}/receipt")
    @Consumes(MediaType.APPLICATION_JSON)
    public void receive(@PathParam("study") String study, @PathParam("shipment") String shipment, JsonBody body) {
        List<String> missing = body.strings("missing");
        List<String> damaged = body.strings("damaged");
        body.done();
        receive.receive(currentActor.actor(), study, Ids.uuid(shipment), missing, damaged);
    }
}
