package org.commensal.web.safety;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.safety.AlertRegister;
import org.commensal.safety.RaisedAlert;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The alerts of a study that wait for somebody, the one that is due first at the top; all of them where asked for. */
@ApplicationScoped
@Path("/studies/{study}/alerts")
@Produces(MediaType.TEXT_HTML)
public class AlertsPage {

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
    AlertRegister alerts;

    @Inject
    Clock clock;

    @GET
    public JteModel show(@PathParam("study") String id, @QueryParam("state") @DefaultValue("open") String state) {
        Actor actor = currentActor.actor();
        List<RaisedAlert> all = alerts.list(actor, id);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        boolean every = state.equals("all");
        List<AlertLine> lines = all.stream()
                .filter(alert -> every || alert.open())
                .map(alert -> AlertLine.of(alert, study, clock.instant(), screen.texts()))
                .toList();
        return pages.safetyAlerts(
                screen,
                lines,
                every ? 0 : all.size() - lines.size(),
                "/studies/" + id + "/alerts",
                !all.isEmpty() && permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id));
    }
}
