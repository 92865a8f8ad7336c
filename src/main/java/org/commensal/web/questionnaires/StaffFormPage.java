package org.commensal.web.questionnaires;

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
import java.util.stream.Stream;
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
import org.commensal.quality.QueryRegister;
import org.commensal.questionnaires.AnswersJson;
import org.commensal.questionnaires.DoubleEntryRegister;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.Submission.Correction;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.Standing;
import org.commensal.web.Form;
import org.commensal.web.Link;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/**
 * A form that staff fill in for a participant, all of its questions on one page; once it is filled in, the place to
 * correct it, with a reason.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/forms/{task: .+}")
@Produces(MediaType.TEXT_HTML)
public class StaffFormPage {

    private static final UUID NONE = new UUID(0, 0);
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
    ResponseRegister responses;

    @Inject
    DoubleEntryRegister twice;

    @Inject
    QueryRegister queries;

    @Inject
    RecordRegister records;

    @Inject
    SubmitResponse submit;

    @Inject
    Clock clock;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("task") String key) {
        ParticipantCode participant = ParticipantCode.parse(code);
        return page(study, participant, key, Form.empty(), given(study, participant, task(study, participant, key)));
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
        String version = version(id, code, task, form);
        Map<String, Object> given = new HashMap<>();
        List<Item> items = items(questionnaire(id, version, task));
        items.forEach(item -> given.put(item.code(), Questions.sent(item, form)));
        try {
            Submission submission = new Submission(
                    id(form, "_response").orElseGet(UUID::randomUUID),
                    key,
                    Optional.of(version),
                    given,
                    Questions.confirmed(items, form),
                    screens.language(),
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty(),
                    form.ticked("_corrects") ? Optional.of(correction(form)) : Optional.empty());
            submit.submit(currentActor.actor(), id, code, submission);
            return Screens.seeOther("/studies/" + id + "/participants/" + code);
        } catch (Refusal refusal) {
            Questions.doubt(items, given, form);
            return Screens.again(refusal, page(id, code, key, form.refused(refusal), given));
        }
    }

    private JteModel page(String id, ParticipantCode code, String key, Form form, Map<String, Object> given) {
        TaskState state = task(id, code, key);
        participants.find(
                currentActor.actor(),
                state.state() == State.DONE ? Right.CORRECT_RESPONSE : Right.SUBMIT_STAFF_RESPONSE,
                id,
                code);
        twice.refuseIfBlind(currentActor.actor(), id, code, state.task().key());
        Screen screen = screens.in(id);
        String version = version(id, code, state, form);
        Questionnaire questionnaire = questionnaire(id, version, state);
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
                        id(form, "_response").orElseGet(UUID::randomUUID).toString(),
                        id(form, "_corrects").or(state::response).map(UUID::toString),
                        state.response()
                                .map(answered -> notes(id, code, answered, screen))
                                .orElse(List.of()),
                        screen.in(questionnaire.title()),
                        questionnaire.intro().map(screen::in),
                        questionnaire.attribution().map(screen::in),
                        questions,
                        queries(id, code, state.task().key(), screen)));
    }

    private List<Link> queries(String study, ParticipantCode code, String task, Screen screen) {
        return queries.list(currentActor.actor(), study, code).stream()
                .filter(query -> query.about().task().equals(task) && !query.isClosed())
                .map(query -> new Link(
                        "/studies/" + study + "/participants/" + code + "/queries/" + query.id(),
                        screen.in(query.text())))
                .toList();
    }

    /** What whoever corrects a response must know: that it is frozen, and each signature that it would lose. */
    private List<String> notes(String study, ParticipantCode code, UUID answered, Screen screen) {
        Stream<String> frozen = records.get(currentActor.actor(), study, code).forms().stream()
                .filter(record -> record.response().equals(answered) && record.isFrozen())
                .map(record -> screen.t("record.frozen"));
        Stream<String> signed = records.signatures(currentActor.actor(), study, code).stream()
                .filter(signature -> signature.standing() != Standing.VOID
                        && signature.responses().contains(answered))
                .map(signature -> screen.t(
                        "record.signed",
                        signature.by(),
                        screen.texts().moment(signature.at(), signature.zone()),
                        screen.in(signature.meaning().words())));
        return Stream.concat(frozen, signed).toList();
    }

    private static Correction correction(Form form) {
        return new Correction(id(form, "_corrects").orElse(NONE), form.value("reason"));
    }

    /** An id that the page was made with, so that a form sent twice is one response. */
    static Optional<UUID> id(Form form, String field) {
        try {
            return Optional.of(UUID.fromString(form.value(field)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The version of the study that the page was made with, so that a form is finished on what it was begun; a response is
     * corrected on the version that it was given on.
     */
    private String version(String study, ParticipantCode code, TaskState state, Form form) {
        String begun = form.value("_version");
        return begun.isEmpty()
                ? current(study, code, state)
                        .map(org.commensal.questionnaires.Response::version)
                        .orElse(state.study().version())
                : begun;
    }

    private Questionnaire questionnaire(String study, String version, TaskState state) {
        return studies.version(study, version)
                .study()
                .questionnaire(state.task().form());
    }

    /** The answers that stand, where there are any to correct. */
    private Map<String, Object> given(String study, ParticipantCode code, TaskState state) {
        return current(study, code, state)
                .map(response -> AnswersJson.given(
                        AnswersJson.document(response.answers().values())))
                .orElse(Map.of());
    }

    private Optional<org.commensal.questionnaires.Response> current(
            String study, ParticipantCode code, TaskState state) {
        Optional<UUID> current = state.response();
        return current.isEmpty()
                ? Optional.empty()
                : responses.list(currentActor.actor(), study, code).stream()
                        .filter(response -> current.get().equals(response.id()))
                        .findFirst();
    }

    private TaskState task(String study, ParticipantCode code, String key) {
        return tasks.find(currentActor.actor(), study, code, key)
                .filter(state -> state.task().by() == FilledBy.STAFF || state.state() == State.DONE)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, NO_FORM));
    }

    static List<Item> items(Questionnaire questionnaire) {
        return questionnaire.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .toList();
    }
}
