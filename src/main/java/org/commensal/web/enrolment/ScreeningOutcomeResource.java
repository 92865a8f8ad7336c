package org.commensal.web.enrolment;

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
import org.commensal.access.CurrentActor;
import org.commensal.eligibility.RecordScreeningOutcome;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.eligibility.ScreeningOutcome.Kind;
import org.commensal.kernel.ParticipantCode;
import org.commensal.web.JsonBody;

/** Why somebody who was screened does not go on; the last one that was recorded counts. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/screening-outcome")
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningOutcomeResource {

    /** An outcome as sent; the criteria that were not met then, by their ids. */
    public record Shown(String outcome, String note, List<String> criteria, String by, Instant at) {
        static Shown of(ScreeningOutcome outcome) {
            return new Shown(outcome.kind().code(), outcome.note(), outcome.criteria(), outcome.by(), outcome.at());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordScreeningOutcome outcomes;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return outcomes.of(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Shown> record(@PathParam("study") String study, @PathParam("code") String code, JsonBody body) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.code(), kind);
        }
        Kind kind = body.oneOf("outcome", kinds);
        String note = body.optionalString("note", 0, 2000).orElse("");
        body.done();
        return outcomes.record(currentActor.actor(), study, ParticipantCode.parse(code), kind, note).stream()
                .map(Shown::of)
                .toList();
    }
}
