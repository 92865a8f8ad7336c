package org.commensal.web.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.unblinding.BreakCode;
import org.commensal.unblinding.DecideUnblinding;
import org.commensal.unblinding.Grounds;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;

/** The code of one participant, broken in an emergency, and the review of that afterwards. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/code-break")
@Produces(MediaType.APPLICATION_JSON)
public class CodeBreakResource {

    /** The arm, for who broke the code. */
    public record Broken(UUID id, String participant, Instant at, Instant reviewUntil, ArmDescription arm) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    BreakCode breakCode;

    @Inject
    DecideUnblinding decide;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    RevealAllocation reveal;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Broken breakCode(@PathParam("study") String study, @PathParam("code") String typed, JsonBody body) {
        Grounds grounds = UnblindingResource.grounds(body, Kind.EMERGENCY);
        Optional<String> event = body.optionalString("event", 1, 80);
        String password = body.string("password", 1, 1000);
        body.done();
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        AskAgain.Proof proof = again.proof(password);
        Unblinding broken = breakCode.breakCode(actor, study, code, grounds, event, proof);
        ArmDescription arm = reveal.reveal(actor, study, code);
        return new Broken(broken.id(), code.value(), broken.at(), broken.reviewUntil(), arm);
    }

    @POST
    @Path("review")
    @Consumes(MediaType.APPLICATION_JSON)
    public UnblindingResource.Shown review(
            @PathParam("study") String study, @PathParam("code") String code, JsonBody body) {
        UUID id = body.uuid("codeBreak");
        Unblinding.Outcome outcome = body.oneOf("decision", UnblindingResource.outcomes(Kind.EMERGENCY));
        String note = body.string("note", 1, 2000);
        body.done();
        return UnblindingResource.Shown.of(
                decide.review(currentActor.actor(), study, ParticipantCode.parse(code), id, outcome, note),
                unblindings);
    }
}
