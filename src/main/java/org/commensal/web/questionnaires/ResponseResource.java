package org.commensal.web.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.SignedInPerson;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.AnswersJson;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.questionnaires.Submission;
import org.commensal.questionnaires.Submission.Correction;
import org.commensal.questionnaires.SubmitResponse;
import org.commensal.questionnaires.SubmitResponse.Receipt;
import org.commensal.safety.AlertRegister;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** What was filled in about one participant. The device that fills in makes the id, so that sending twice is harmless. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/responses")
@Produces(MediaType.APPLICATION_JSON)
public class ResponseResource {

    /**
     * What was taken in; {@code scores} for staff only, {@code help} to be shown at once to who filled it in, {@code stands}
     * where it was kept beside a response that was there before.
     */
    public record Taken(
            UUID id,
            String task,
            Instant received,
            boolean replay,
            Optional<JsonObject> scores,
            List<Text> help,
            Optional<UUID> stands) {
        public static Taken of(Receipt receipt, List<Text> help) {
            Optional<JsonObject> scores = Optional.of(receipt.scores())
                    .filter(some -> !some.isEmpty())
                    .map(AnswersJson::document);
            return new Taken(
                    receipt.id(), receipt.task(), receipt.received(), receipt.replay(), scores, help, receipt.stands());
        }
    }

    /** The current response to one task; {@code _missing} among its answers says why others have no value. */
    public record Shown(
            UUID id,
            String version,
            String task,
            String form,
            String event,
            Optional<LocalDate> day,
            int revision,
            String reason,
            Instant filledIn,
            Instant received,
            boolean late,
            JsonObject answers,
            JsonObject scores) {

        public static Shown of(org.commensal.questionnaires.Response response) {
            return new Shown(
                    response.id(),
                    response.version(),
                    response.task(),
                    response.form(),
                    response.event(),
                    response.day(),
                    response.revision(),
                    response.reason(),
                    response.filledIn(),
                    response.received(),
                    response.late(),
                    AnswersJson.document(response.answers().values()),
                    AnswersJson.document(response.scores()));
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    ResponseRegister responses;

    @Inject
    SubmitResponse submit;

    @Inject
    AlertRegister alerts;

    @Inject
    Clock clock;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return responses.shown(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("id") String id,
            JsonBody body) {
        Actor actor = currentActor.actor();
        ParticipantCode participant = ParticipantCode.parse(code);
        boolean beside = body.flag("beside", false);
        Submission submission = submission(Ids.uuid(id), body);
        Receipt receipt = beside
                ? submit.submitOrKeep(actor, study, participant, submission)
                : submit.submit(actor, study, participant, submission);
        return Response.status(receipt.replay() ? Response.Status.OK : Response.Status.CREATED)
                .entity(Taken.of(receipt, alerts.help(actor, study, participant, receipt.id())))
                .build();
    }

    private Submission submission(UUID id, JsonBody body) {
        SignedInPerson person = currentActor.person();
        String task = body.string("task", 1, 120);
        Optional<String> version = body.optionalString("version", 1, 40);
        Map<String, Object> answers = body.answers("answers");
        Set<String> confirmed = Set.copyOf(body.strings("confirmed"));
        Language language = body.optionalLanguage("language").orElse(person.language());
        Instant filledIn = body.optionalInstant("filledInAt").orElseGet(clock::instant);
        Optional<Instant> sent = body.optionalInstant("sentAt");
        Optional<ZoneId> zone = body.optionalZone("zone");
        Optional<Correction> correction = correction(body);
        body.done();
        return new Submission(id, task, version, answers, confirmed, language, filledIn, sent, zone, correction);
    }

    private static Optional<Correction> correction(JsonBody body) {
        boolean corrects = body.has("corrects") | body.has("reason");
        return corrects
                ? Optional.of(new Correction(body.uuid("corrects"), body.string("reason", 1, 2000)))
                : Optional.empty();
    }
}
