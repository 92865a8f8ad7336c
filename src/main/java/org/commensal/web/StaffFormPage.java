package org.commensal.web;

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
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.studies.StudyRegister;

/** A form that staff fill in for a participant, all of its questions on one page. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/forms/{task: .+}")
@Produces(MediaType.TEXT_HTML)
public class StaffFormPage {

    private static final Text NO_FORM = new Text(
            "There is no such form for staff to fill in. Look at the forms of the participant.",
            "Er is hier geen formulier dat u kunt invullen. Kijk bij de formulieren van de deelnemer.");

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
    Tasks tasks;

    @Inject
    SubmitResponse submit;

    @Inject
    Clock clock;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("task") String key) {
        return page(study, ParticipantCode.parse(code), key, Form.empty(), Map.of());
    }

    @POST
    public Response save(
            @PathParam("study") String id,
            @PathParam("code") String typed,
            @PathParam("task") String key,
            MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent);
        TaskState task = task(id, code, key);
        String version = version(task, form);
        Map<String, Object> given = new HashMap<>();
        List<Item> items = items(questionnaire(id, version, task));
        items.forEach(item -> given.put(item.code(), Questions.sent(item, form)));
        try {
            Submission submission = new Submission(
                    response(form),
                    key,
                    Optional.of(version),
                    given,
                    Questions.confirmed(items, form),
                    screens.language(),
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            submit.submit(currentActor.actor(), id, code, submission);
            return Screens.seeOther("/studies/" + id + "/participants/" + code);
        } catch (Refusal refusal) {
            Questions.doubt(items, given, form);
            return Screens.again(refusal, page(id, code, key, form.refused(refusal), given));
        }
    }

    private JteModel page(String id, ParticipantCode code, String key, Form form, Map<String, Object> given) {
        participants.find(currentActor.actor(), Right.SUBMIT_STAFF_RESPONSE, id, code);
        Screen screen = screens.in(id);
        TaskState task = task(id, code, key);
        String version = version(task, form);
        Questionnaire questionnaire = questionnaire(id, version, task);
        List<Item> items = items(questionnaire);
        List<Question> questions = items.stream()
                .map(item -> Questions.of(
                        item, given, Questions.confirmed(items, form), form.fault(item.code()), screen.texts()))
                .toList();
        return pages.questionnairesStaffForm(
                screen,
                form,
                new StaffSheet(
                        code.value(),
                        "/studies/" + id + "/participants/" + code,
                        key,
                        version,
                        response(form).toString(),
                        screen.in(questionnaire.title()),
                        questionnaire.intro().map(screen::in),
                        questionnaire.attribution().map(screen::in),
                        questions));
    }

    /** The id that the page was made with, so that a form sent twice is one response. */
    private static UUID response(Form form) {
        try {
            return UUID.fromString(form.value("_response"));
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }

    /** The version of the study that the page was made with, so that a form is finished on what it was begun. */
    private static String version(TaskState task, Form form) {
        String begun = form.value("_version");
        return begun.isEmpty() ? task.study().version() : begun;
    }

    private Questionnaire questionnaire(String study, String version, TaskState state) {
        return studies.version(study, version)
                .study()
                .questionnaire(state.task().form());
    }

    private TaskState task(String study, ParticipantCode code, String key) {
        return tasks.of(currentActor.actor(), study, code).stream()
                .filter(state -> state.task().key().equals(key) && state.task().by() == FilledBy.STAFF)
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, NO_FORM));
    }

    private static List<Item> items(Questionnaire questionnaire) {
        return questionnaire.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .toList();
    }
}
