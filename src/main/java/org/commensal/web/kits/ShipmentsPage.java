package org.commensal.web.kits;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kits.KitRegister;
import org.commensal.kits.KitRegister.Sent;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.ListAsked;
import org.commensal.web.ListSheet;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.SiteChoice;
import org.commensal.web.Tone;

/** The shipments to the sites that somebody may see, and which of them are still on their way. */
@ApplicationScoped
@Path("/studies/{study}/kits/shipments")
@Produces(MediaType.TEXT_HTML)
public class ShipmentsPage {

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

    @GET
    public JteModel show(@PathParam("study") String id, @BeanParam ListAsked asked) {
        Actor actor = currentActor.actor();
        List<Sent> found = ShipmentsCsv.LIST.of(kits.shipments(actor, id), asked);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        boolean receives = permission.allowsSomewhere(actor, Right.HANDLE_KITS, id);
        return pages.kitsShipments(
                screen,
                list(actor, study, asked, screen),
                found.stream().map(sent -> line(sent, study, receives, screen)).toList());
    }

    private ListSheet list(Actor actor, Study study, ListAsked asked, Screen screen) {
        List<Pair> headings = List.of(
                new Pair("sent", screen.t("kits.shipments.sent")),
                new Pair("site", screen.t("site")),
                new Pair("state", screen.t("list.state")),
                new Pair("kits", screen.t("kits")),
                new Pair("waiting", screen.t("kits.shipments.waiting")));
        return asked.sheet(
                "/studies/" + study.id() + "/kits/shipments",
                ShipmentsCsv.LIST,
                headings,
                Stream.of(ShipmentsCsv.ON_THE_WAY, ShipmentsCsv.RECEIVED)
                        .map(state -> new Pair(state, screen.t("kits.shipments." + state)))
                        .toList(),
                SiteChoice.among(study, permission.sites(actor, Right.SEE_KITS, study.id())),
                permission.allowsSomewhere(actor, Right.EXPORT_LISTS, study.id()));
    }

    private static ShipmentLine line(Sent sent, Study study, boolean receives, Screen screen) {
        String state = ShipmentsCsv.state(sent);
        return new ShipmentLine(
                screen.texts().moment(sent.at(), study.zone()),
                receives ? Optional.of("/studies/" + study.id() + "/kits/shipments/" + sent.id()) : Optional.empty(),
                study.site(sent.site()).name(),
                screen.t("kits.shipments." + state),
                state.equals(ShipmentsCsv.RECEIVED) ? Tone.TEAL : Tone.AMBER,
                sent.kits(),
                sent.waiting());
    }
}
