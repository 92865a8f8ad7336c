package org.commensal.web.quality;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Conduct.QueryRule;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Study;
import org.commensal.quality.DataQuery;
import org.commensal.quality.DataQuery.State;
import org.commensal.quality.DataQuery.Step;
import org.commensal.quality.HandleQuery;
import org.commensal.quality.QueryRegister;
import org.commensal.quality.QueryRegister.Answered;
import org.commensal.questionnaires.Tasks;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Done;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/** One query about a participant: what was asked and said, the answers that it is about, and where it is gone on with. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/queries/{query}")
@Produces(MediaType.TEXT_HTML)
public class QueryPage {

    private static final Map<String, Step> STEPS = Map.of(
            Words.code(Step.ANSWERED), Step.ANSWERED,
            Words.code(Step.REOPENED), Step.REOPENED);

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
    QueryRegister queries;

    @Inject
    Tasks tasks;

    @Inject
    HandleQuery handle;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("query") String query) {
        return page(study, ParticipantCode.parse(code), query, Form.empty());
    }

    @POST
    public Response handle(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("query") String query,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        ParticipantCode participant = ParticipantCode.parse(code);
        Step step = STEPS.getOrDefault(form.value("step"), Step.CLOSED);
        try {
            handle.handle(
                    currentActor.actor(), study, participant, Ids.uuid(query), step, form.value("text"), read(form));
            return Screens.seeOther("/studies/" + study + "/participants/" + participant + "/queries/" + query);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, participant, query, form.refused(refusal)));
        }
    }

    private static OptionalInt read(Form form) {
        return form.value("read").matches("[0-9]{1,4}")
                ? OptionalInt.of(Integer.parseInt(form.value("read")))
                : OptionalInt.empty();
    }

    private JteModel page(String id, ParticipantCode code, String asked, Form form) {
        Actor actor = currentActor.actor();
        DataQuery query = queries.get(actor, id, code, Ids.uuid(asked));
        Screen screen = screens.in(id);
        Texts texts = screen.texts();
        Study study = studies.at(id, query.site()).study();
        Map<String, Study> versions = studies.everInForce(id);
        Answered answered = queries.answered(actor, id, query);
        return pages.qualityQuery(
                screen,
                form,
                new QuerySheet(
                        QueryLine.in(study, versions, texts).apply(query),
                        "/studies/" + id + "/participants/" + code,
                        facts(query, answered, new DatumWords(versions.getOrDefault(query.version(), study), texts)),
                        form(actor, id, query, answered, texts),
                        query.thread().stream()
                                .map(entry -> done(entry, query, study, texts))
                                .toList(),
                        steps(actor, id, query, texts),
                        query.thread().size()));
    }

    private static List<Pair> facts(DataQuery query, Answered answered, DatumWords words) {
        Texts texts = words.texts();
        String item = query.about().item();
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair(texts.get("query.about"), words.about(query.about())));
        facts.add(new Pair(
                texts.get("query.origin"),
                query.rule()
                        .map(QueryRule::id)
                        .map(rule -> texts.get("query.by-rule-id", rule))
                        .orElseGet(() -> texts.get("query.origin.hand"))));
        if (!query.about().task().isEmpty() && answered.now().isEmpty()) {
            facts.add(new Pair(texts.get("query.now"), texts.get("query.not-filled-in")));
        }
        if (!item.isEmpty()) {
            answered.then().ifPresent(then -> facts.add(new Pair(texts.get("query.then"), words.answer(then, item))));
            answered.now().ifPresent(now -> facts.add(new Pair(texts.get("query.now"), words.answer(now, item))));
        }
        answered.now()
                .filter(now -> now.revision() > query.revision())
                .ifPresent(now -> facts.add(new Pair(
                        texts.get("query.since-then"),
                        texts.get(
                                query.revision() == 0 ? "query.filled-in-since" : "query.corrected-since",
                                texts.moment(now.received(), words.study().zone())))));
        return facts;
    }

    private Optional<Link> form(Actor actor, String study, DataQuery query, Answered answered, Texts texts) {
        String task = query.about().task();
        boolean done = answered.now().isPresent();
        Right right = done ? Right.CORRECT_RESPONSE : Right.SUBMIT_STAFF_RESPONSE;
        boolean opens = !task.isEmpty()
                && permission.allows(actor, right, study, query.site())
                && (done
                        || tasks.find(actor, study, query.participant(), task)
                                .filter(state -> state.task().by() == FilledBy.STAFF)
                                .isPresent());
        return opens
                ? Optional.of(new Link(
                        "/studies/" + study + "/participants/" + query.participant() + "/forms/" + task,
                        texts.get(done ? "query.correct" : "query.fill-in")))
                : Optional.empty();
    }

    private static Done done(DataQuery.Entry entry, DataQuery query, Study study, Texts texts) {
        boolean byRule = entry.step() == Step.RESOLVED
                || entry.step() == Step.RAISED && query.rule().isPresent();
        return new Done(
                texts.get("query.step." + Words.code(entry.step())),
                entry.step() == Step.RAISED ? texts.in(query.text()) : entry.text(),
                byRule ? texts.get("query.origin.rule") : entry.by(),
                texts.moment(entry.at(), study.zone()));
    }

    private List<Choice> steps(Actor actor, String study, DataQuery query, Texts texts) {
        List<Step> steps = new ArrayList<>();
        if (query.state() == State.OPEN && permission.allows(actor, Right.ANSWER_QUERY, study, query.site())) {
            steps.add(Step.ANSWERED);
        }
        if (permission.allows(actor, Right.RAISE_QUERY, study, query.site())) {
            if (!query.isClosed()) {
                steps.add(Step.CLOSED);
            }
            if (query.state() != State.OPEN) {
                steps.add(Step.REOPENED);
            }
        }
        return steps.stream()
                .map(step -> new Choice(Words.code(step), texts.get("query.do." + Words.code(step))))
                .toList();
    }
}
