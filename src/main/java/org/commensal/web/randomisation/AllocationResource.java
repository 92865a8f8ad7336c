package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.randomisation.RevealAllocation;

/** What a participant was allotted to, for a role that the study does not blind; that they looked is recorded. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/allocation")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    RevealAllocation reveal;

    @GET
    public ArmDescription reveal(@PathParam("study") String study, @PathParam("code") String code) {
        return reveal.reveal(currentActor.actor(), study, ParticipantCode.parse(code));
    }
}
