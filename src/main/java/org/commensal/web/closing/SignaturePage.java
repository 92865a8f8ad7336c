package org.commensal.web.closing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.FormRecord;
import org.commensal.verification.Meaning;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.SignData;
import org.commensal.web.Form;
import org.commensal.web.Link;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.unblinding.UnblindingForm;

/** Where an investigator signs a form, a visit or all data of a participant: what it covers, what it means, the password. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/signature")
@Produces(MediaType.TEXT_HTML)
public class SignaturePage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    RecordRegister records;

    @Inject
    Scopes scopes;

    @Inject
    SignData sign;

    @GET
    public JteModel show(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @QueryParam("part") @DefaultValue("") String part) {
        return page(study, ParticipantCode.parse(code), part, Form.empty());
    }

    @POST
    public Response sign(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(actor, Right.SIGN_DATA, study, code);
        Form form = Form.of(sent);
        Scope scope = scopes.part(actor, study, code, form.value("part"));
        try {
            Meaning meaning = meaning(form);
            String password = form.secret("password");
            form.complete();
            sign.sign(actor, study, code, scope, meaning, form.value("content"), again.proof(password));
            return Screens.seeOther(ParticipantClosingPage.base(study, code) + "/closing");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.value("part"), form.refused(refusal)));
        }
    }

    private static Meaning meaning(Form form) {
        return Stream.of(Meaning.values())
                .filter(meaning -> meaning.code().equals(form.value("meaning")))
                .findFirst()
                .orElseGet(() -> {
                    form.fault("meaning", ClosingPage.CHOOSE);
                    return Meaning.REVIEWED;
                });
    }

    private JteModel page(String id, ParticipantCode code, String part, Form form) {
        Actor actor = currentActor.actor();
        String site = participants.find(actor, Right.SIGN_DATA, id, code).site();
        Scope scope = scopes.part(actor, id, code, part);
        Screen screen = screens.in(id);
        ClosingWords words = new ClosingWords(studies.at(id, site).study(), screen.texts());
        String base = ParticipantClosingPage.base(id, code);
        List<FormRecord> forms = records.get(actor, id, code).forms().stream()
                .filter(each -> scope.contains(each.scope()))
                .toList();
        return pages.closingSignature(
                screen,
                form,
                new SignatureSheet(
                        code.value(),
                        base,
                        part,
                        words.scope(scope),
                        records.content(actor, id, code, scope),
                        forms.stream()
                                .map(each -> new Link(
                                        base + "/records/" + each.scope().task(), words.form(each)))
                                .toList(),
                        Stream.of(Meaning.values())
                                .map(meaning ->
                                        new UnblindingForm.Option(meaning.code(), screen.in(meaning.words()), ""))
                                .toList()));
    }
}
