package org.commensal.web.quality;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Item;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.quality.DataQuery;
import org.commensal.quality.Datum;
import org.commensal.quality.RaiseQuery;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/**
 * Asks the site about data of a participant: first about what, then the question. What was answered stands beside each
 * item, so that it can be read here.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/query")
@Produces(MediaType.TEXT_HTML)
public class RaiseQueryPage {

    /** Stands for the participant as a whole, in a list of what a query can be about. */
    private static final String WHOLE = "participant";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    Tasks tasks;

    @Inject
    ResponseRegister responses;

    @Inject
    RaiseQuery raise;

    @GET
    public JteModel show(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @QueryParam("about") @DefaultValue("") String about) {
        return page(study, ParticipantCode.parse(code), about, Form.empty());
    }

    @POST
    public Response raise(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        ParticipantCode code = ParticipantCode.parse(typed);
        String about = form.value("about");
        try {
            DataQuery raised = raise.raise(
                    currentActor.actor(),
                    study,
                    code,
                    id(form).orElseGet(UUID::randomUUID),
                    about.equals(WHOLE) ? "" : about,
                    form.value("item"),
                    form.value("text"));
            return Screens.seeOther(QueryLine.href(study, raised));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, about, form.refused(refusal)));
        }
    }

    private static Optional<UUID> id(Form form) {
        try {
            return Optional.of(UUID.fromString(form.value("_query")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private JteModel page(String study, ParticipantCode code, String about, Form form) {
        Actor actor = currentActor.actor();
        participants.find(actor, Right.RAISE_QUERY, study, code);
        Screen screen = screens.in(study);
        List<TaskState> states = Stream.concat(
                        tasks.of(actor, study, code).stream(),
                        tasks.events(actor, study, code).stream()
                                .filter(state -> state.response().isPresent()))
                .toList();
        List<Choice> abouts = abouts(states, screen.texts());
        Optional<TaskState> task = states.stream()
                .filter(state -> state.task().key().equals(about))
                .findFirst();
        return pages.qualityRaiseQuery(
                screen,
                form,
                new RaiseQuerySheet(
                        code.value(),
                        "/studies/" + study + "/participants/" + code,
                        id(form).orElseGet(UUID::randomUUID).toString(),
                        task.map(state -> choice(state, screen.texts())).or(() -> abouts.stream()
                                .filter(choice -> choice.code().equals(about))
                                .findFirst()),
                        abouts,
                        task.map(state -> items(actor, study, code, state, screen.texts()))
                                .orElse(List.of())));
    }

    /** The participant, each visit with its forms, and every block of a diary as a whole. */
    private static List<Choice> abouts(List<TaskState> states, Texts texts) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        choices.put(WHOLE, new Choice(WHOLE, texts.get("query.participant")));
        for (TaskState state : states) {
            String event = state.task().event();
            choices.computeIfAbsent(
                    event, code -> new Choice(code, new DatumWords(state.study(), texts).about(Datum.visit(code))));
        }
        List<Choice> sorted = new ArrayList<>();
        choices.values().forEach(choice -> {
            sorted.add(choice);
            states.stream()
                    .filter(state -> state.task().event().equals(choice.code()))
                    .filter(state -> state.task().day().isEmpty())
                    .map(state -> choice(state, texts))
                    .forEach(sorted::add);
        });
        return sorted;
    }

    private static Choice choice(TaskState state, Texts texts) {
        Datum datum =
                new Datum(state.task().event(), state.task().key(), state.task().form(), "");
        return new Choice(state.task().key(), new DatumWords(state.study(), texts).about(datum));
    }

    private List<Choice> items(Actor actor, String study, ParticipantCode code, TaskState state, Texts texts) {
        DatumWords words = new DatumWords(state.study(), texts);
        Optional<org.commensal.questionnaires.Response> given = responses.list(actor, study, code).stream()
                .filter(response -> response.task().equals(state.task().key()))
                .findFirst();
        return state.form().items().stream()
                .map(item -> new Choice(item.code(), label(item, given, words)))
                .toList();
    }

    private static String label(Item item, Optional<org.commensal.questionnaires.Response> given, DatumWords words) {
        String question = words.texts().in(item.question());
        return given.map(response -> question + ": " + words.answer(response, item.code()))
                .orElse(question);
    }
}
