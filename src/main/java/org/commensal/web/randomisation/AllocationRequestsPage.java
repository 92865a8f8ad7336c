package org.commensal.web.randomisation;

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
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequest.State;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.ListAsked;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.SiteChoice;
import org.commensal.web.Words;

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
    Permission permission;

    @Inject
    AllocationRequestRegister register;

    @GET
    public JteModel show(@PathParam("study") String id, @BeanParam ListAsked asked) {
        Actor actor = currentActor.actor();
        List<AllocationRequest> found = AllocationRequestsCsv.LIST.of(register.list(actor, id), asked);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        return pages.randomisationAllocationRequests(
                screen,
                new AllocationRequestList(
                        asked.sheet(
                                "/studies/" + id + "/allocation-requests",
                                AllocationRequestsCsv.LIST,
                                headings(screen),
                                states(screen),
                                SiteChoice.among(study, permission.sites(actor, Right.SEE_ALLOCATION_REQUESTS, id)),
                                permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id)),
                        found.stream()
                                .map(each -> AllocationRequestLine.of(each, study, screen.texts()))
                                .toList(),
                        EnvelopeRegister.offered(study)
                                ? Optional.of("/studies/" + id + "/envelopes")
                                : Optional.empty()));
    }

    private static List<Pair> headings(Screen screen) {
        return List.of(
                new Pair("whom", screen.t("allocation-request.participant")),
                new Pair("state", screen.t("list.state")),
                new Pair("way", screen.t("allocation-requests.asked-for")),
                new Pair("asked", screen.t("allocation-request.asked")),
                new Pair("site", screen.t("site")));
    }

    private static List<Pair> states(Screen screen) {
        return Stream.of(State.values())
                .map(Words::code)
                .map(state -> new Pair(state, screen.t("allocation-request.state." + state)))
                .toList();
    }
}
