package org.commensal.web.kits;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kits.KitRegister;
import org.commensal.kits.ReceiveShipment;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Where a site goes through the box that came, number by number, and takes it into stock. */
@ApplicationScoped
@Path("/studies/{study}/kits/shipments/{shipment}")
@Produces(MediaType.TEXT_HTML)
public class ShipmentPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    KitRegister kits;

    @Inject
    ReceiveShipment receive;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("shipment") String shipment) {
        return page(study, Ids.uuid(shipment), Form.empty());
    }

    @POST
    public Response receive(
            @PathParam("study") String study,
            @PathParam("shipment") String shipment,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID id = Ids.uuid(shipment);
        try {
            receive.receive(currentActor.actor(), study, id, called(sent, "missing"), called(sent, "damaged"));
            return Screens.seeOther("/studies/" + study + "/kits");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, id, form.refused(refusal)));
        }
    }

    private static List<String> called(MultivaluedMap<String, String> sent, String what) {
        return sent.keySet().stream()
                .filter(number -> what.equals(sent.getFirst(number)))
                .toList();
    }

    private JteModel page(String id, UUID shipment, Form form) {
        Actor actor = currentActor.actor();
        permission.requireSomewhere(actor, Right.HANDLE_KITS, id);
        KitRegister.Sent sent = kits.shipments(actor, id).stream()
                .filter(each -> each.id().equals(shipment))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        String base = "/studies/" + id + "/kits";
        return pages.kitsShipment(
                screen,
                form,
                new ShipmentSheet(
                        base,
                        base + "/shipments/" + shipment,
                        study.site(sent.site()).name(),
                        screen.texts().moment(sent.at(), study.zone()),
                        sent.waiting()));
    }
}
