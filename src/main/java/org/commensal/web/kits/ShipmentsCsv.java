package org.commensal.web.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commensal.access.CurrentActor;
import org.commensal.kits.KitRegister;
import org.commensal.kits.KitRegister.Sent;
import org.commensal.web.ListAsked;
import org.commensal.web.ListColumns;
import org.commensal.web.ListFiles;
import org.commensal.web.Sorting;

/** The shipments of kits as a file, never with the kind of one; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/kits/shipments.csv")
public class ShipmentsCsv {

    static final String ON_THE_WAY = "on-the-way";
    static final String RECEIVED = "received";

    static final ListColumns<Sent> LIST = new ListColumns<>(
            ShipmentsCsv::state,
            Sent::site,
            Map.of(
                    "sent", Comparator.comparing(Sent::at),
                    "site", Comparator.comparing(Sent::site),
                    "state", Comparator.comparing(ShipmentsCsv::state),
                    "kits", Comparator.comparing(Sent::kits)),
            new Sorting("sent", true));

    private static final List<String> COLUMNS = List.of("shipment", "site", "sent", "state", "kits", "waiting");

    @Inject
    CurrentActor currentActor;

    @Inject
    KitRegister kits;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam ListAsked asked) {
        List<Sent> found = LIST.of(kits.shipments(currentActor.actor(), study), asked);
        return files.of(study, "shipments", COLUMNS, found, ShipmentsCsv::cells);
    }

    static String state(Sent shipment) {
        return shipment.waiting().isEmpty() ? RECEIVED : ON_THE_WAY;
    }

    private static List<String> cells(Sent shipment) {
        return List.of(
                shipment.id().toString(),
                shipment.site(),
                shipment.at().toString(),
                state(shipment),
                Integer.toString(shipment.kits()),
                String.join(" ", shipment.waiting()));
    }
}
