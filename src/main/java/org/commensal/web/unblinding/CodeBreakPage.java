package org.commensal.web.unblinding;

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
import java.util.Optional;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.BreakCode;
import org.commensal.unblinding.Grounds;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Form;
import org.commensal.web.Labels;
import org.commensal.web.Pair;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/**
 * Where an investigator breaks a code in an emergency: what will happen and who will be told, then a reason and the
 * password. The arm is in the answer, which no cache keeps, and at no address that could be opened again.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/code-break")
@Produces(MediaType.TEXT_HTML)
public class CodeBreakPage {

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
    UnblindingRegister unblindings;

    @Inject
    Tasks tasks;

    @Inject
    BreakCode breakCode;

    @Inject
    RevealAllocation reveal;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response breakCode(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(actor, Right.BREAK_CODE, study, code);
        Form form = Form.of(sent);
        try {
            Grounds grounds = UnblindingForm.grounds(form, Kind.EMERGENCY);
            Optional<String> event = Optional.of(form.value("event")).filter(key -> !key.isEmpty());
            String password = form.secret("password");
            form.complete();
            AskAgain.Proof proof = again.proof(password);
            Unblinding broken = breakCode.breakCode(actor, study, code, grounds, event, proof);
            return Screens.shown(broken(broken, code, reveal.reveal(actor, study, code)));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private JteModel page(String id, ParticipantCode code, Form form) {
        Actor actor = currentActor.actor();
        participants.find(actor, Right.BREAK_CODE, id, code);
        Screen screen = screens.in(id);
        return pages.unblindingCodeBreak(
                screen,
                form,
                new CodeBreakSheet(
                        code.value(),
                        base(id, code),
                        unblindings.opened(actor, id, code).isPresent(),
                        UnblindingForm.categories(Kind.EMERGENCY, screen.texts()),
                        events(actor, id, code, screen),
                        Optional.empty(),
                        ""));
    }

    /** What was reported of the participant, the newest last. */
    private List<UnblindingForm.Option> events(Actor actor, String study, ParticipantCode code, Screen screen) {
        return tasks.events(actor, study, code).stream()
                .filter(state -> state.state() == State.DONE)
                .map(state -> new UnblindingForm.Option(
                        state.task().key(),
                        screen.in(Labels.event(
                                state.study(),
                                state.task().event(),
                                state.task().key())),
                        ""))
                .toList();
    }

    private JteModel broken(Unblinding broken, ParticipantCode code, ArmDescription arm) {
        Screen screen = screens.in(broken.study());
        Study study = studies.get(currentActor.actor(), broken.study()).study();
        return pages.unblindingCodeBreak(
                screen,
                Form.empty(),
                new CodeBreakSheet(
                        code.value(),
                        base(broken.study(), code),
                        true,
                        List.of(),
                        List.of(),
                        Optional.of(new Pair(screen.in(arm.name()), screen.in(arm.description()))),
                        screen.texts().moment(broken.reviewUntil(), study.zone())));
    }

    private static String base(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
