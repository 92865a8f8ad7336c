package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.safety.events.AdverseEventRegister;

/** The adverse events of a study at the sites that the reader may see, narrowed and sorted as the page is. */
@ApplicationScoped
@Path("/api/studies/{study}/adverse-events")
@Produces(MediaType.APPLICATION_JSON)
public class AdverseEventListResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    AdverseEventRegister events;

    @GET
    public List<AdverseEventResource.Shown> list(
            @PathParam("study") String study, @BeanParam AdverseEventsAsked asked) {
        return asked.of(events.list(currentActor.actor(), study)).stream()
                .map(AdverseEventResource.Shown::of)
                .toList();
    }
}
