package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.allocation.LedgerArchive.Verified;
import org.commensal.allocation.LedgerVerification.Fault;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.commensal.randomisation.RevealedLedger;
import org.commensal.studies.StudyArchive;
import org.commensal.web.Downloads;

/** The ledger of a study whose seed is revealed, and whether every allocation in it can be computed again. */
@ApplicationScoped
@Path("/api/studies/{study}/allocation")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    /** What was computed again, in all and of each scheme, the oldest first; no arm. */
    public record Shown(boolean holds, int allocations, List<Scheme> schemes) {

        public static Shown of(List<Verified> verified) {
            List<Scheme> schemes =
                    verified.stream().map(each -> Scheme.of(each.outcome())).toList();
            return new Shown(
                    schemes.stream().allMatch(Scheme::holds),
                    schemes.stream().mapToInt(Scheme::allocations).sum(),
                    schemes);
        }
    }

    /** What was computed again of one scheme, and each place where it differs. */
    public record Scheme(
            String version,
            boolean holds,
            int allocations,
            int chained,
            int streams,
            int contributions,
            List<Fault> faults) {

        public static Scheme of(Outcome outcome) {
            return new Scheme(
                    outcome.version(),
                    outcome.holds(),
                    outcome.allocations(),
                    outcome.chained(),
                    outcome.streams(),
                    outcome.contributions(),
                    outcome.faults());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    RevealedLedger ledger;

    @GET
    @Path("ledger.zip")
    @Produces("application/zip")
    public Response download(@PathParam("study") String study) {
        return Downloads.file(
                study + "-ledger.zip",
                MediaType.valueOf("application/zip"),
                StudyArchive.pack(ledger.download(currentActor.actor(), study)));
    }

    @GET
    @Path("verification")
    public Shown verify(@PathParam("study") String study) {
        return Shown.of(ledger.verify(currentActor.actor(), study));
    }
}
