package org.commensal.web.studies;

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
import java.time.Clock;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.CountAllocations;
import org.commensal.randomisation.CountAllocations.Sight;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Downloads;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/**
 * The flow of participants as CONSORT 2025 draws it, live: on a page, as SVG and as PNG. The numbers of each arm are not
 * at an address that could be opened again; who may know them asks, which is recorded.
 */
@ApplicationScoped
@Path("/studies/{study}/flow")
@Produces(MediaType.TEXT_HTML)
public class FlowPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    FlowReading reading;

    @Inject
    CountAllocations allocations;

    @Inject
    Clock clock;

    @GET
    public JteModel show(@PathParam("study") String id) {
        Screen screen = screens.in(id);
        return page(screen, id, reading.together(currentActor.actor(), id, screen.texts()), false);
    }

    @GET
    @Path("svg")
    public Response svg(@PathParam("study") String id) {
        Screen screen = screens.in(id);
        return svg(screen, id, reading.together(currentActor.actor(), id, screen.texts()));
    }

    @GET
    @Path("png")
    public Response png(@PathParam("study") String id) {
        Screen screen = screens.in(id);
        return png(screen, id, reading.together(currentActor.actor(), id, screen.texts()));
    }

    @POST
    @Path("arms")
    public Response arms(@PathParam("study") String id, MultivaluedMap<String, String> sent) {
        Screen screen = screens.in(id);
        Flow flow = reading.byArm(currentActor.actor(), id, screen.texts());
        return switch (Form.of(sent).value("format")) {
            case "svg" -> svg(screen, id, flow);
            case "png" -> png(screen, id, flow);
            default -> Screens.shown(page(screen.at("/studies/" + id + "/flow"), id, flow, true));
        };
    }

    private JteModel page(Screen screen, String id, Flow flow, boolean byArm) {
        Actor actor = currentActor.actor();
        FlowTable table = new FlowTable(flow, screen.texts());
        return pages.studiesFlow(
                screen,
                new FlowSheet(
                        "/studies/" + id,
                        diagram(screen, id, flow),
                        byArm,
                        allocations.sight(actor, id) != Sight.TOGETHER,
                        table.groups(),
                        table.rows()));
    }

    private Response svg(Screen screen, String id, Flow flow) {
        String drawing = pages.studiesFlowDiagram(diagram(screen, id, flow), screen.t("flow.about"))
                .render();
        return Downloads.file(id + "-flow.svg", new MediaType("image", "svg+xml", "utf-8"), drawing);
    }

    private Response png(Screen screen, String id, Flow flow) {
        return Downloads.file(
                id + "-flow.png", new MediaType("image", "png"), FlowPicture.png(diagram(screen, id, flow)));
    }

    private FlowDiagram diagram(Screen screen, String id, Flow flow) {
        Study study = studies.get(currentActor.actor(), id).study();
        String title =
                screen.t("flow.title", screen.in(study.title()), screen.texts().moment(clock.instant(), study.zone()));
        return FlowDiagram.of(flow, title, screen.texts());
    }
}
