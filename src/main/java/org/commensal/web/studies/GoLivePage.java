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
import java.time.ZoneOffset;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.golive.ApproveGoLive;
import org.commensal.golive.Checklist;
import org.commensal.golive.Checklist.Item;
import org.commensal.golive.GoLive;
import org.commensal.golive.PerformDryRun;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/** What must be on file before a study opens to participants; where it is tried, approved and activated. */
@ApplicationScoped
@Path("/studies/{study}/go-live")
@Produces(MediaType.TEXT_HTML)
public class GoLivePage {

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
    GoLive goLive;

    @Inject
    PerformDryRun dryRun;

    @Inject
    ApproveGoLive approve;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, Form.empty());
    }

    @POST
    @Path("dry-runs")
    public Response perform(@PathParam("study") String study) {
        try {
            dryRun.perform(currentActor.actor(), study);
            return Screens.seeOther(address(study));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, Form.empty().refused(refusal)));
        }
    }

    @POST
    @Path("approvals")
    public Response approve(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String reference = form.required("reference");
            form.complete();
            approve.approve(currentActor.actor(), study, reference);
            return Screens.seeOther(address(study));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    private JteModel page(String study, Form form) {
        Checklist list = goLive.checklist(currentActor.actor(), study);
        Screen screen = screens.in(study);
        return pages.studiesGoLive(screen, form, sheet(study, list, screen.texts()));
    }

    private GoLiveSheet sheet(String study, Checklist list, Texts texts) {
        Actor actor = currentActor.actor();
        boolean open = studies.opening(study).commitment().isPresent();
        boolean tries = permission.allows(actor, Right.DRY_RUN, study, "*");
        boolean ready = list.items().stream().allMatch(Item::met);
        boolean activates = !open && ready && permission.allows(actor, Right.ACTIVATE_STUDY, study, "*");
        return new GoLiveSheet(
                address(study),
                list.version(),
                open,
                list.amendment().isPresent(),
                list.items().stream()
                        .map(item -> new GoLiveSheet.Item(
                                texts.in(item.label()), item.todo().map(texts::in)))
                        .toList(),
                permission.allows(actor, Right.SIMULATE, study, "*")
                        ? Optional.of("/studies/" + study + "/simulations")
                        : Optional.empty(),
                list.dryRuns().stream()
                        .map(run -> new GoLiveSheet.Run(
                                texts.moment(run.at(), ZoneOffset.UTC) + " UTC",
                                run.participants(),
                                run.passed(),
                                tries ? Optional.of(listOf(study, run.id().toString())) : Optional.empty()))
                        .toList(),
                list.approvals().stream()
                        .map(given -> new GoLiveSheet.Given(
                                given.name(),
                                texts.get("role." + given.role()),
                                given.reference(),
                                texts.moment(given.at(), ZoneOffset.UTC) + " UTC"))
                        .toList(),
                tries && !open,
                !open && approvable(list) && permission.allows(actor, Right.APPROVE_GO_LIVE, study, "*"),
                activates ? Optional.of("/studies/" + study + "/activation") : Optional.empty());
    }

    /** Whether approvals are all that is missing, and this reader has given none. */
    private boolean approvable(Checklist list) {
        return list.awaitsApproval() && !list.approvedBy(currentActor.actor().id());
    }

    private static String listOf(String study, String run) {
        return "/api" + address(study) + "/dry-runs/" + run + "/list.csv";
    }

    private static String address(String study) {
        return "/studies/" + study + "/go-live";
    }
}
