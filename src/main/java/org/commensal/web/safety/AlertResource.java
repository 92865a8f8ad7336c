package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.safety.AlertRegister;
import org.commensal.safety.HandleAlert;
import org.commensal.safety.RaisedAlert;
import org.commensal.safety.RaisedAlert.Step;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The rules of the protocol that the answers of one participant set off, and what staff did about each. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/alerts")
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

    /** An alert; {@code due} by the clock of its rule. */
    public record Shown(
            UUID id,
            String participant,
            String rule,
            Text name,
            Text action,
            String who,
            UUID response,
            String form,
            String event,
            String task,
            Instant raised,
            Instant due,
            List<Done> done) {

        public static Shown of(RaisedAlert alert) {
            return new Shown(
                    alert.id(),
                    alert.participant().value(),
                    alert.rule().id(),
                    alert.rule().name(),
                    alert.rule().action(),
                    alert.rule().who(),
                    alert.response(),
                    alert.form(),
                    alert.event(),
                    alert.task(),
                    alert.raised(),
                    alert.due(),
                    alert.done().stream()
                            .map(done -> new Done(Words.code(done.step()), done.note(), done.by(), done.at()))
                            .toList());
        }
    }

    public record Done(String step, String note, String by, Instant at) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    AlertRegister alerts;

    @Inject
    HandleAlert handle;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return alerts.list(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }

    @PUT
    @Path("{alert}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown acknowledge(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("alert") String alert,
            JsonBody body) {
        return handle(study, code, alert, Step.ACKNOWLEDGED, body);
    }

    @PUT
    @Path("{alert}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown resolve(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("alert") String alert,
            JsonBody body) {
        return handle(study, code, alert, Step.RESOLVED, body);
    }

    private Shown handle(String study, String code, String alert, Step step, JsonBody body) {
        String note = body.string("note", 1, 2000);
        body.done();
        return Shown.of(
                handle.handle(currentActor.actor(), study, ParticipantCode.parse(code), Ids.uuid(alert), step, note));
    }
}
