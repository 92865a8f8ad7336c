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
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.SignConsent;
import org.commensal.enrolment.SignConsent.Signing;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study.ConsentDocument;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Where a participant reads and signs on a screen of the site, and staff sign that they obtained it. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/consent/signing")
@Produces(MediaType.TEXT_HTML)
public class SigningPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    SignConsent consents;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response sign(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent);
        try {
            Signing signing = SigningSheet.signing(document(study, code), form, screens.in(study));
            AskAgain.Proof proof = again.proof(form.secret("password"));
            consents.atSite(actor, study, code, signing, proof);
            return Screens.seeOther(base(study, code));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        ConsentDocument document = document(study, code);
        Screen screen = screens.in(study);
        String base = base(study, code);
        return pages.enrolmentSigning(
                screen,
                form,
                SigningSheet.of(document, base + "/consent/signing", base, true, screen),
                SigningSheet.tries(form));
    }

    private ConsentDocument document(String study, ParticipantCode code) {
        String site = participants
                .find(currentActor.actor(), Right.RECORD_CONSENT, study, code)
                .site();
        return studies.at(study, site).study().consent();
    }

    private static String base(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
