package org.commensal.web.randomisation;

import gg.jte.models.runtime.JteModel;
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
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The allocations outside the streams that were asked for, and where each stands; never an arm. */
@ApplicationScoped
@Path("/studies/{study}/allocation-requests")
@Produces(MediaType.TEXT_HTML)
public class AllocationRequestsPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    AllocationRequestRegister register;

    @GET
    public JteModel show(@PathParam("study") String id) {
        Actor actor = currentActor.actor();
        List<AllocationRequest> all = register.list(actor, id);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        return pages.randomisationAllocationRequests(
                screen,
                new AllocationRequestList(
                        all.stream()
                                .map(each -> AllocationRequestLine.of(each, study, screen.texts()))
                                .toList(),
                        EnvelopeRegister.offered(study)
                                ? Optional.of("/studies/" + id + "/envelopes")
                                : Optional.empty()));
    }
}
