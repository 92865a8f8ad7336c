package org.commensal.web.export;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.leakage.Finding;
import org.commensal.randomisation.AcceptReleaseCheck;
import org.commensal.randomisation.ReleaseCheck;
import org.commensal.randomisation.ReleaseCheck.Acceptance;
import org.commensal.randomisation.ReleaseChecks;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;

/** What the arm-leak check found of each dataset, for those who are not blinded. */
@ApplicationScoped
@Path("/api/studies/{study}/releases/checks")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseCheckResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    ReleaseChecks checks;

    @Inject
    AcceptReleaseCheck accept;

    @Inject
    PasswordAgain again;

    /** An attempt to make a dataset. */
    public record Shown(
            UUID id,
            long checkpoint,
            Instant at,
            String by,
            boolean passed,
            boolean repeated,
            int subjects,
            int features,
            List<Reason> findings,
            Optional<Acceptance> accepted) {

        static Shown of(ReleaseCheck check) {
            return new Shown(
                    check.id(),
                    check.checkpoint(),
                    check.at(),
                    check.by(),
                    check.passed(),
                    check.repeated(),
                    check.found().subjects(),
                    check.found().features(),
                    check.found().findings().stream().map(Reason::of).toList(),
                    check.accepted());
        }
    }

    /** Why it was withheld, or what somebody should look at. */
    public record Reason(String grade, String rule, String feature, double statistic, double p) {

        static Reason of(Finding finding) {
            return new Reason(
                    finding.grade().name().toLowerCase(Locale.ROOT),
                    finding.rule().code(),
                    finding.feature(),
                    finding.statistic(),
                    finding.p());
        }
    }

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        return checks.list(currentActor.actor(), study).stream().map(Shown::of).toList();
    }

    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown accept(@PathParam("study") String study, @PathParam("id") String id, JsonBody body) {
        String reason = body.string("reason", 1, 2000);
        String password = body.string("password", 1, 1000);
        body.done();
        return Shown.of(accept.accept(currentActor.actor(), study, Ids.uuid(id), reason, again.proof(password)));
    }
}
