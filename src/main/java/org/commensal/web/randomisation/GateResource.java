package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.Gate;
import org.commensal.randomisation.RandomiseParticipant;

/** What must be true before a participant is randomised, and whether it is. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/gates")
@Produces(MediaType.APPLICATION_JSON)
public class GateResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    RandomiseParticipant randomise;

    @GET
    public List<Gate> gates(@PathParam("study") String study, @PathParam("code") String code) {
        return randomise.gates(currentActor.actor(), study, ParticipantCode.parse(code));
    }
}
