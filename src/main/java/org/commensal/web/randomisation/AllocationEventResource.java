package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.randomisation.AllocationEvent;
import org.commensal.randomisation.AllocationEvent.History;
import org.commensal.randomisation.AllocationEvent.Kind;
import org.commensal.randomisation.RecordAllocationEvent;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;

/** What was recorded of an allocation afterwards, and the factor levels it used and should have used; never the arm. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/allocation-events")
@Produces(MediaType.APPLICATION_JSON)
public class AllocationEventResource {

    /**
     * The version whose scheme allocated, how the participant came to the arm, the levels by factor, as they were used and as
     * they were corrected, and the events, the first first.
     */
    public record Shown(
            String scheme,
            String way,
            Map<String, String> randomised,
            Map<String, String> corrected,
            List<Happened> events) {

        public static Shown of(History history) {
            return new Shown(
                    history.scheme(),
                    history.way().code(),
                    history.randomised(),
                    history.corrected(),
                    history.events().stream().map(Happened::of).toList());
        }
    }

    public record Happened(String kind, String factor, String level, String reason, String by, Instant at) {

        public static Happened of(AllocationEvent event) {
            return new Happened(
                    event.kind().code(), event.factor(), event.level(), event.reason(), event.by(), event.at());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    RecordAllocationEvent events;

    @GET
    public Shown list(@PathParam("study") String study, @PathParam("code") String code) {
        return Shown.of(events.history(currentActor.actor(), study, ParticipantCode.parse(code)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown record(@PathParam("study") String study, @PathParam("code") String code, JsonBody body) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.code(), kind);
        }
        Kind kind = body.oneOf("kind", kinds);
        String factor = body.optionalString("factor", 1, 80).orElse("");
        String level = body.optionalString("level", 1, 80).orElse("");
        String reason = body.string("reason", 1, 2000);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        AskAgain.Proof proof = again.proof(password);
        return Shown.of(events.record(actor, study, ParticipantCode.parse(code), kind, factor, level, reason, proof));
    }
}
