package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.quality.MissingData;
import org.commensal.quality.MissingDataRegister;

/** How many forms and diary days were expected, answered and are missing; numbers alone. */
@ApplicationScoped
@Path("/api/studies/{study}/missing-data")
@Produces(MediaType.APPLICATION_JSON)
public class MissingDataResource {

    /** Of a form at a visit, or of the days of a diary block where {@code daily}. */
    public record Line(
            String site,
            String event,
            String form,
            boolean daily,
            int expected,
            int answered,
            int missing,
            int explained,
            int stopped,
            int notDue) {

        static Line of(MissingData.Line line) {
            MissingData.Counts counts = line.counts();
            return new Line(
                    line.site(),
                    line.event(),
                    line.form(),
                    line.daily(),
                    counts.expected(),
                    counts.answered(),
                    counts.missing(),
                    counts.explained(),
                    counts.stopped(),
                    counts.notDue());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    MissingDataRegister register;

    @GET
    public List<Line> count(@PathParam("study") String study) {
        return register.count(currentActor.actor(), study).lines().stream()
                .map(Line::of)
                .toList();
    }
}
