package org.commensal.web.enrolment;

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
import java.util.List;
import java.util.Set;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.ScreenParticipant;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screens;
import org.commensal.web.SiteChoice;

/** Enters somebody in the screening log of a site. */
@ApplicationScoped
@Path("/studies/{study}/screening")
@Produces(MediaType.TEXT_HTML)
public class ScreeningPage {

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
    ScreenParticipant screening;

    @GET
    public JteModel show(@PathParam("study") String study) {
        permission.requireSomewhere(currentActor.actor(), Right.SCREEN, study);
        return page(study, Form.empty());
    }

    @POST
    public Response screen(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String site = form.required("site");
            form.complete();
            ParticipantCode code = screening.screen(currentActor.actor(), study, site);
            return Screens.seeOther("/studies/" + study + "/participants/" + code);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    private JteModel page(String id, Form form) {
        Actor actor = currentActor.actor();
        Set<String> own = permission.sites(actor, Right.SCREEN, id);
        List<SiteChoice> sites = studies.get(actor, id).study().sites().stream()
                .filter(site -> own.contains("*") || own.contains(site.code()))
                .map(site -> new SiteChoice(site.code(), site.name()))
                .toList();
        return pages.enrolmentScreening(screens.in(id), form, "/studies/" + id, sites);
    }
}
