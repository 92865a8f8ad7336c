package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.safety.AlertRegister;

/** The alerts of a study at the sites whose answers the reader may see. */
@ApplicationScoped
@Path("/api/studies/{study}/alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertListResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    AlertRegister alerts;

    @GET
    public List<AlertResource.Shown> list(
            @PathParam("study") String study, @QueryParam("state") @DefaultValue("open") String state) {
        return alerts.list(currentActor.actor(), study).stream()
                .filter(alert -> alert.open() || state.equals("all"))
                .map(AlertResource.Shown::of)
                .toList();
    }
}
