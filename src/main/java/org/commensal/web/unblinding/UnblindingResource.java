package org.commensal.web.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Person;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.unblinding.DecideUnblinding;
import org.commensal.unblinding.Grounds;
import org.commensal.unblinding.RequestUnblinding;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Category;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Outcome;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Words;
import org.jspecify.annotations.Nullable;

/** The register of unblindings: what was broken or asked, by whom, for whom, why, and where it stands; never an arm. */
@ApplicationScoped
@Path("/api/studies/{study}/unblindings")
@Produces(MediaType.APPLICATION_JSON)
public class UnblindingResource {

    private static final Text NOBODY = new Text(
            "\"%s\" may not be shown an arm in this study. Name the sign-in of somebody whose role may.",
            "\"%s\" mag in deze studie geen toewijzing zien. Noem de inlognaam van iemand met een rol die dat mag.");

    /** An entry of the register; {@code reviewUntil} of a code break only. */
    public record Shown(
            UUID id,
            String kind,
            String state,
            String category,
            String reason,
            String by,
            Instant at,
            List<String> participants,
            List<String> shownTo,
            Optional<Instant> reviewUntil,
            Optional<String> event,
            Optional<Decided> decided) {

        public static Shown of(Unblinding unblinding, UnblindingRegister register) {
            return new Shown(
                    unblinding.id(),
                    Words.code(unblinding.kind()),
                    Words.code(register.state(unblinding)),
                    unblinding.category().code(),
                    unblinding.reason(),
                    unblinding.by().name(),
                    unblinding.at(),
                    unblinding.participants().stream()
                            .map(whom -> whom.code().value())
                            .toList(),
                    unblinding.shownTo().stream().map(Unblinding.Somebody::name).toList(),
                    unblinding.kind() == Kind.EMERGENCY ? Optional.of(unblinding.reviewUntil()) : Optional.empty(),
                    unblinding.event(),
                    unblinding
                            .decided()
                            .map(made -> new Decided(
                                    made.outcome().code(),
                                    made.note(),
                                    made.by().name(),
                                    made.at())));
        }
    }

    public record Decided(String decision, String note, String by, Instant at) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    UnblindingRegister register;

    @Inject
    RequestUnblinding requests;

    @Inject
    DecideUnblinding decide;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return register.list(currentActor.actor(), study).stream()
                .map(unblinding -> Shown.of(unblinding, register))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response request(
            @PathParam("study") String study, @HeaderParam("Idempotency-Key") @Nullable String key, JsonBody body) {
        Actor actor = currentActor.actor();
        List<ParticipantCode> codes = body.strings("participants").stream()
                .map(ParticipantCode::parse)
                .toList();
        List<UUID> shownTo = accounts(body, requests.mayLearn(actor, study, Set.of()));
        Grounds grounds = grounds(body, Kind.PLANNED);
        body.done();
        Unblinding asked = requests.request(
                actor, study, codes, shownTo, grounds, Optional.ofNullable(key).orElse(""));
        return Response.status(Response.Status.CREATED)
                .entity(Shown.of(asked, register))
                .build();
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown decide(@PathParam("study") String study, @PathParam("id") String id, JsonBody body) {
        Outcome outcome = body.oneOf("decision", outcomes(Kind.PLANNED));
        String note = body.string("note", 1, 2000);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        AskAgain.Proof proof = again.proof(password);
        return Shown.of(decide.decide(actor, study, Ids.uuid(id), outcome, note, proof), register);
    }

    static Grounds grounds(JsonBody body, Kind kind) {
        Map<String, Category> categories = new LinkedHashMap<>();
        Category.of(kind).forEach(category -> categories.put(category.code(), category));
        return new Grounds(body.oneOf("category", categories), body.string("reason", 1, 2000));
    }

    static Map<String, Outcome> outcomes(Kind kind) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Outcome.of(kind).forEach(outcome -> outcomes.put(outcome.code(), outcome));
        return outcomes;
    }

    private static List<UUID> accounts(JsonBody body, List<Person> mayLearn) {
        List<UUID> accounts = new ArrayList<>();
        for (String signIn : body.strings("shownTo")) {
            mayLearn.stream()
                    .filter(person -> person.signIn().equalsIgnoreCase(signIn.strip()))
                    .findFirst()
                    .ifPresentOrElse(
                            person -> accounts.add(person.id()),
                            () -> body.violation("shownTo", NOBODY.with(Text.shorten(signIn))));
        }
        return accounts;
    }
}
