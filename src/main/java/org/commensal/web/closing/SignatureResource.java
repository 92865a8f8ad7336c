package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.verification.Meaning;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.SignData;
import org.commensal.verification.Signature;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Words;

/** The signatures of investigators over the data of one participant. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/signatures")
@Produces(MediaType.APPLICATION_JSON)
public class SignatureResource {

    /** A signature; {@code event} and {@code task} are {@code *} where it covers all of them. */
    public record Shown(
            UUID id,
            String event,
            String task,
            String meaning,
            Text words,
            String by,
            String role,
            Instant at,
            String zone,
            String sha256,
            List<UUID> responses,
            String standing) {

        static Shown of(Signature signature) {
            return new Shown(
                    signature.id(),
                    signature.scope().event(),
                    signature.scope().task(),
                    signature.meaning().code(),
                    signature.meaning().words(),
                    signature.by(),
                    signature.role(),
                    signature.at(),
                    signature.zone().getId(),
                    signature.sha256(),
                    signature.responses(),
                    Words.code(signature.standing()));
        }
    }

    /** What there is to sign, and the signatures so far, the last first. */
    public record Listed(String content, List<Shown> signatures) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    ParticipantRegister participants;

    @Inject
    RecordRegister records;

    @Inject
    Scopes scopes;

    @Inject
    SignData sign;

    @GET
    public Listed list(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @QueryParam("part") @DefaultValue("") String part) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        return new Listed(
                records.content(actor, study, code, scopes.part(actor, study, code, part)),
                records.signatures(actor, study, code).stream().map(Shown::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown sign(@PathParam("study") String study, @PathParam("code") String typed, JsonBody body) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (Meaning meaning : Meaning.values()) {
            meanings.put(meaning.code(), meaning);
        }
        String part = body.optionalString("part", 1, 120).orElse("");
        Meaning meaning = body.oneOf("meaning", meanings);
        String content = body.string("content", 1, 64);
        String password = body.string("password", 1, 1000);
        body.done();
        participants.find(actor, Right.SIGN_DATA, study, code);
        Scope scope = scopes.part(actor, study, code, part);
        return Shown.of(sign.sign(actor, study, code, scope, meaning, content, again.proof(password)));
    }
}
