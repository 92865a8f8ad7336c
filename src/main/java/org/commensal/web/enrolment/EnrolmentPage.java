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
import java.util.Map;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.EnrolParticipant;
import org.commensal.enrolment.EnrolParticipant.Enrolled;
import org.commensal.enrolment.Identity;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screens;

/** Enrols a participant, and shows the card with their personal link this once: it is the answer to the form and has no address. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/enrolment")
@Produces(MediaType.TEXT_HTML)
public class EnrolmentPage {

    /** The fields of this page by the names that the use case gives them. */
    private static final Map<String, String> FIELDS = Map.of("birthDate", "birth-date");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    EnrolParticipant enrolments;

    @Inject
    LinkCards cards;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response enrol(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent, FIELDS);
        try {
            Identity identity = new Identity(
                    form.required("name"),
                    form.required("email"),
                    form.value("phone").strip(),
                    form.day("birth-date"));
            form.complete();
            Language language = Language.of(form.value("language"));
            Enrolled enrolled = enrolments.enrol(currentActor.actor(), study, code, identity, language);
            String base = address(study, code);
            LinkCard card = cards.card(study, code, enrolled.link());
            return Screens.shown(
                    pages.enrolmentCard(screens.in(study).at(base), "enrolled", code.value(), base, card, false));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        participants.find(currentActor.actor(), Right.ENROL, study, code);
        return pages.enrolmentEnrol(screens.in(study), form, code.value(), address(study, code));
    }

    private static String address(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
