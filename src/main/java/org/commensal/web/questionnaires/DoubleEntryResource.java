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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.instrument.Answers;
import org.commensal.instrument.Value;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.AnswersJson;
import org.commensal.questionnaires.DifferenceChoice;
import org.commensal.questionnaires.DoubleEntry;
import org.commensal.questionnaires.DoubleEntryRegister;
import org.commensal.questionnaires.RecordSecondEntry;
import org.commensal.questionnaires.Resolution;
import org.commensal.questionnaires.ResolveDifferences;
import org.commensal.questionnaires.SecondEntry;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The forms that two people enter: the second entry, what differs, and what is decided about it. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/second-entries")
@Produces(MediaType.APPLICATION_JSON)
public class DoubleEntryResource {

    private static final Text CHOSEN_TWICE =
            new Text("Name each question in one place.", "Noem elke vraag op één plaats.");

    /**
     * A form once it is filled in; {@code first} and {@code second} have the answers to the questions that differ and about
     * which nothing is decided.
     */
    public record Shown(
            String task,
            String form,
            UUID response,
            String state,
            Optional<UUID> entry,
            List<String> differing,
            JsonObject first,
            JsonObject second) {

        static Shown of(DoubleEntry known) {
            return new Shown(
                    known.first().task(),
                    known.first().form(),
                    known.first().id(),
                    Words.code(known.state()),
                    known.entry(),
                    known.differing(),
                    document(known.first().answers(), known.differing()),
                    document(known.second(), known.differing()));
        }

        private static JsonObject document(Answers answers, List<String> items) {
            Map<String, Value> some = new LinkedHashMap<>();
            items.forEach(item -> some.put(item, answers.get(item)));
            return AnswersJson.document(some);
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    DoubleEntryRegister register;

    @Inject
    RecordSecondEntry second;

    @Inject
    ResolveDifferences differences;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return register.list(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }

    @PUT
    @Path("{entry}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("entry") String entry,
            JsonBody body) {
        SecondEntry entered = new SecondEntry(
                Ids.uuid(entry),
                body.string("task", 1, 120),
                body.answers("answers"),
                Set.copyOf(body.strings("confirmed")));
        body.done();
        RecordSecondEntry.Receipt receipt =
                second.record(currentActor.actor(), study, ParticipantCode.parse(code), entered);
        return Response.status(receipt.replay() ? Response.Status.OK : Response.Status.CREATED)
                .entity(Shown.of(receipt.form()))
                .build();
    }

    @PUT
    @Path("{entry}/resolutions/{resolution}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown resolve(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("entry") String entry,
            @PathParam("resolution") String resolution,
            JsonBody body) {
        UUID seen = body.uuid("response");
        String reason = body.string("reason", 1, 2000);
        List<String> first = body.strings("first");
        List<String> other = body.strings("second");
        Map<String, Object> values = body.has("other") ? body.answers("other") : Map.of();
        Map<String, DifferenceChoice> choices = new HashMap<>();
        first.forEach(item -> choices.put(item, DifferenceChoice.FIRST));
        other.forEach(item -> choices.put(item, DifferenceChoice.SECOND));
        values.keySet().forEach(item -> choices.put(item, DifferenceChoice.OTHER));
        if (choices.size() < first.size() + other.size() + values.size()) {
            body.violation("second", CHOSEN_TWICE);
        }
        body.done();
        return Shown.of(differences.resolve(
                currentActor.actor(),
                study,
                ParticipantCode.parse(code),
                new Resolution(
                        Ids.uuid(resolution),
                        Ids.uuid(entry),
                        seen,
                        choices,
                        values,
                        reason,
                        currentActor.person().language())));
    }
}
