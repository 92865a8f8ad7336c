package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.verification.FormRecord;
import org.commensal.verification.RecordRegister;
import org.commensal.web.Words;

/** The forms of one participant that are filled in, each with what was done to close it; never an answer. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/records")
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {

    /**
     * A form in the revision that stands; {@code state} is the strictest of the scopes around it, {@code toVerify} has the
     * items that the study wants to be compared with their source, {@code verifiedItems} those that were.
     */
    public record Shown(
            String event,
            String task,
            String form,
            UUID response,
            int revision,
            String state,
            String verified,
            String signed,
            List<String> toVerify,
            List<String> verifiedItems) {

        static Shown of(FormRecord form) {
            return new Shown(
                    form.scope().event(),
                    form.scope().task(),
                    form.form(),
                    form.response(),
                    form.revision(),
                    Words.code(form.state()),
                    Words.code(form.verified()),
                    Words.code(form.signed()),
                    form.source().required(),
                    form.source().verified().stream().sorted().toList());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordRegister records;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return records.get(currentActor.actor(), study, ParticipantCode.parse(code)).forms().stream()
                .map(Shown::of)
                .toList();
    }
}
