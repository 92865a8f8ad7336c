package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.Assessment.Judgement;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.web.Words;

/** Whether a participant may be randomised, criterion by criterion. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/eligibility")
@Produces(MediaType.APPLICATION_JSON)
public class EligibilityResource {

    /** A criterion as judged; {@code missing} names the variables that would decide it. */
    public record Judged(String id, String kind, Text text, String verdict, List<String> missing) {
        static Judged of(Judgement judgement) {
            return new Judged(
                    judgement.criterion().id(),
                    judgement.criterion().inclusion() ? "inclusion" : "exclusion",
                    judgement.criterion().text(),
                    Words.code(judgement.verdict()),
                    judgement.missing());
        }
    }

    public record Assessed(boolean eligible, List<Judged> criteria) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    AssessEligibility assess;

    @GET
    public Assessed assess(@PathParam("study") String study, @PathParam("code") String code) {
        Assessment assessment = assess.assess(currentActor.actor(), study, ParticipantCode.parse(code));
        return new Assessed(
                assessment.eligible(),
                assessment.judgements().stream().map(Judged::of).toList());
    }
}
