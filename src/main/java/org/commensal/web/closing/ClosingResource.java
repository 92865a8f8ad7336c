package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.verification.ParticipantClosing;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.Tally;
import org.commensal.web.Words;

/** How far the data of each participant are closed, at the sites whose answers the reader may see. */
@ApplicationScoped
@Path("/api/studies/{study}/closing")
@Produces(MediaType.APPLICATION_JSON)
public class ClosingResource {

    /**
     * How many forms are filled in, and how many of them are verified, signed and frozen as they stand; how many the study
     * wants to be compared with their source, and how many of those were.
     */
    public record Shown(
            String participant,
            String site,
            String step,
            int forms,
            int verified,
            int changed,
            int signed,
            int frozen,
            int locked,
            boolean selected,
            int toVerify,
            int toVerifyDone) {

        static Shown of(ParticipantClosing closing) {
            Tally tally = closing.tally();
            return new Shown(
                    closing.participant().code().value(),
                    closing.participant().site(),
                    Words.code(closing.step()),
                    tally.forms(),
                    tally.verified().verified(),
                    tally.verified().changed(),
                    tally.signed(),
                    tally.frozen(),
                    tally.locked(),
                    closing.selected(),
                    tally.required().of(),
                    tally.required().verified());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordRegister records;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return records.list(currentActor.actor(), study).stream().map(Shown::of).toList();
    }
}
