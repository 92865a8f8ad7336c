package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.Identity;
import org.commensal.enrolment.IdentityVault;
import org.commensal.kernel.ParticipantCode;

/** Who a participant is, for those who may know; that they looked is recorded. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/identity")
@Produces(MediaType.APPLICATION_JSON)
public class IdentityResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    IdentityVault vault;

    @GET
    public Identity read(@PathParam("study") String study, @PathParam("code") String code) {
        return vault.read(currentActor.actor(), study, ParticipantCode.parse(code));
    }
}
