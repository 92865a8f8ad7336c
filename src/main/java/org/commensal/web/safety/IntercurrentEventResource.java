package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.safety.medication.Happened;
import org.commensal.safety.medication.MedicationRegister;

/** The intercurrent events that happened after allocation, at the sites whose answers the reader may see. */
@ApplicationScoped
@Path("/api/studies/{study}/intercurrent-events")
@Produces(MediaType.APPLICATION_JSON)
public class IntercurrentEventResource {

    public record Shown(
            String participant,
            String site,
            String estimand,
            String id,
            String strategy,
            Optional<Long> studyDay,
            String task) {

        static Shown of(Happened happened) {
            return new Shown(
                    happened.participant().code().value(),
                    happened.participant().site(),
                    happened.estimand(),
                    happened.event().id(),
                    happened.event().strategy(),
                    happened.studyDay(),
                    happened.task());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    MedicationRegister medication;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return medication.happened(currentActor.actor(), study).stream()
                .map(Shown::of)
                .toList();
    }
}
