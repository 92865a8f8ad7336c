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
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.questionnaires.WeighAmendment;
import org.commensal.studies.ApproveAmendment;
import org.commensal.studies.ReleaseAmendment;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** What one version of a study changes; where an amendment is approved and put in force site by site. */
@ApplicationScoped
@Path("/studies/{study}/versions/{version}")
@Produces(MediaType.TEXT_HTML)
public class VersionPage {

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
    WeighAmendment weigh;

    @Inject
    ApproveAmendment approve;

    @Inject
    ReleaseAmendment release;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("version") String version) {
        return page(study, version, Form.empty());
    }

    @POST
    @Path("approval")
    public Response approve(
            @PathParam("study") String study,
            @PathParam("version") String version,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String reference = form.required("reference");
            form.complete();
            approve.approve(currentActor.actor(), study, version, reference);
            return Screens.seeOther(address(study, version));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, version, form.refused(refusal)));
        }
    }

    @POST
    @Path("sites")
    public Response release(
            @PathParam("study") String study,
            @PathParam("version") String version,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            release.release(currentActor.actor(), study, version, form.value("site"));
            return Screens.seeOther(address(study, version));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, version, form.refused(refusal)));
        }
    }

    private JteModel page(String study, String version, Form form) {
        Actor actor = currentActor.actor();
        var weighed = weigh.weigh(actor, study, version);
        Screen screen = screens.in(study);
        return pages.studiesVersion(
                screen,
                form,
                new VersionReading(
                                studies.version(study, version).study(),
                                studies.history(actor, study),
                                studies.changesScheme(study, version),
                                permission.allows(actor, Right.SEE_GO_LIVE, study, "*"),
                                screen.texts(),
                                permission.allows(actor, Right.APPROVE_AMENDMENT, study, "*"),
                                site -> permission.allows(actor, Right.RELEASE_AMENDMENT, study, site))
                        .sheet(address(study, version), weighed));
    }

    private static String address(String study, String version) {
        return "/studies/" + study + "/versions/" + version;
    }
}
