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
import java.util.HashMap;
import java.util.Map;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.RecordConsent;
import org.commensal.enrolment.RecordConsent.Consent;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study.ConsentDocument;
import org.commensal.protocol.Study.ConsentQuestion;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Records what a participant signed. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/consent")
@Produces(MediaType.TEXT_HTML)
public class ConsentPage {

    /** The fields of this page by the names that the use case gives them. */
    private static final Map<String, String> FIELDS = Map.of("signedOn", "signed-on");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    RecordConsent consents;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response record(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        ConsentDocument document = document(study, code);
        Form form = Form.of(sent, FIELDS);
        try {
            Map<String, Boolean> answers = new HashMap<>();
            for (ConsentQuestion question : document.questions()) {
                answers.put(question.code(), form.ticked(question.code()));
            }
            Consent consent = new Consent(
                    document.version(), Language.of(form.value("language")), form.day("signed-on"), answers);
            form.complete();
            consents.record(currentActor.actor(), study, code, consent);
            return Screens.seeOther("/studies/" + study + "/participants/" + code);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        ConsentDocument document = document(study, code);
        Screen screen = screens.in(study);
        ConsentPaper paper = new ConsentPaper(
                code.value(),
                "/studies/" + study + "/participants/" + code,
                screen.in(document.title()),
                document.version(),
                document.paragraphs().stream().map(screen::in).toList(),
                document.questions().stream()
                        .map(question -> new ConsentPaper.Asked(
                                question.code(), screen.in(question.question()), question.required()))
                        .toList());
        return pages.enrolmentConsent(screen, form, paper);
    }

    /** The document of the version that the participant's site works with. */
    private ConsentDocument document(String study, ParticipantCode code) {
        String site = participants
                .find(currentActor.actor(), Right.RECORD_CONSENT, study, code)
                .site();
        return studies.at(study, site).study().consent();
    }
}
