package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.safety.events.Causality;
import org.commensal.safety.events.JudgeAdverseEvent;
import org.commensal.safety.events.SafetyReport;
import org.commensal.safety.events.SeriousEvent;
import org.commensal.safety.events.SignReport;
import org.commensal.web.ClientAddress;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The adverse events of one participant, what the investigator judges, and the reports of serious ones. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/adverse-events")
@Produces(MediaType.APPLICATION_JSON)
public class AdverseEventResource {

    /** An adverse event; {@code id} as addresses write it. */
    public record Shown(
            String id,
            String participant,
            String site,
            String task,
            UUID response,
            String version,
            String term,
            String category,
            Text categoryName,
            Optional<LocalDate> start,
            Optional<Long> studyDay,
            Optional<LocalDate> end,
            boolean ongoing,
            int grade,
            boolean serious,
            List<String> criteria,
            String outcome,
            List<Judged> judgements,
            Optional<Followed> followed,
            Optional<Instant> committeeDue) {

        public static Shown of(AdverseEvent event) {
            return new Shown(
                    event.id(),
                    event.code().value(),
                    event.participant().site(),
                    event.response().task(),
                    event.response().id(),
                    event.study().version(),
                    event.term(),
                    event.category(),
                    event.label(Part.CATEGORY),
                    event.start(),
                    event.studyDay(),
                    event.end(),
                    event.isOngoing(),
                    event.grade(),
                    event.isSerious(),
                    event.criteria(),
                    event.outcome(),
                    event.judgements().stream()
                            .map(made -> new Judged(
                                    made.response(),
                                    made.causality().code(),
                                    made.expected(),
                                    made.note(),
                                    made.by(),
                                    made.at()))
                            .toList(),
                    event.serious().map(Followed::of),
                    event.committeeDue());
        }
    }

    public record Judged(UUID response, String causality, boolean expected, String note, String by, Instant at) {}

    /** How a serious event is followed up. */
    public record Followed(String state, Instant aware, Instant due, List<Step> steps, List<Report> reports) {

        static Followed of(SeriousEvent serious) {
            return new Followed(
                    Words.code(serious.state()),
                    serious.aware(),
                    serious.due(),
                    serious.steps().stream()
                            .map(step ->
                                    new Step(Words.code(step.kind()), step.moment(), step.note(), step.by(), step.at()))
                            .toList(),
                    serious.reports().stream().map(Report::of).toList());
        }
    }

    public record Step(String step, Instant moment, String note, String by, Instant at) {}

    public record Report(int number, boolean last, UUID response, String sha256, Instant sent, String by, Instant at) {

        static Report of(SafetyReport report) {
            return new Report(
                    report.number(),
                    report.last(),
                    report.response(),
                    report.sha256(),
                    report.sent(),
                    report.by(),
                    report.at());
        }
    }

    private static final Map<String, Causality> CAUSALITIES =
            Stream.of(Causality.values()).collect(Collectors.toMap(Causality::code, Function.identity()));
    private static final int MOST_REPORTS = 1000;

    @Inject
    CurrentActor currentActor;

    @Inject
    ClientAddress address;

    @Inject
    AskAgain again;

    @Inject
    AdverseEventRegister events;

    @Inject
    JudgeAdverseEvent judge;

    @Inject
    SignReport reports;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return events.list(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }

    @PUT
    @Path("{event}/judgement")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown judge(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("event") String event,
            JsonBody body) {
        UUID response = body.uuid("response");
        Causality causality = body.oneOf("causality", CAUSALITIES);
        boolean expected = body.flag("expected");
        String note = body.optionalString("note", 0, 2000).orElse("");
        body.done();
        return Shown.of(judge.judge(
                currentActor.actor(), study, ParticipantCode.parse(code), event, response, causality, expected, note));
    }

    @POST
    @Path("{event}/reports")
    @Consumes(MediaType.APPLICATION_JSON)
    public Report report(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("event") String event,
            JsonBody body,
            @Context HttpServletRequest request) {
        int number = body.integer("number", 0, MOST_REPORTS, -1);
        boolean last = body.flag("final", false);
        Optional<Instant> sent = body.optionalInstant("sent");
        Language language = body.optionalLanguage("language").orElse(Language.EN);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        AskAgain.Proof proof = again.prove(actor, password, address.of(request));
        return Report.of(reports.sign(actor, study, code, event, number, last, sent, language, proof));
    }

    @PUT
    @Path("{event}/committee")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown committee(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("event") String event,
            JsonBody body) {
        Optional<Instant> told = body.optionalInstant("told");
        body.done();
        return Shown.of(reports.tellCommittee(currentActor.actor(), study, ParticipantCode.parse(code), event, told));
    }
}
