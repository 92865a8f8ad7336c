package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.quality.DeviationLine;
import org.commensal.quality.DeviationRegister;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/** Every deviation that a filter takes, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/deviations.csv")
public class DeviationsCsv {

    private static final List<String> COLUMNS = List.of(
            "deviation", "source", "code", "site", "day", "category", "important", "detail", "event", "confirmed");

    @Inject
    CurrentActor currentActor;

    @Inject
    DeviationRegister deviations;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam DeviationsAsked asked) {
        List<DeviationLine> found = deviations.list(currentActor.actor(), study, asked.filter(), 0, Integer.MAX_VALUE);
        return files.of(study, "deviations", COLUMNS, found, DeviationsCsv::cells);
    }

    private static List<String> cells(DeviationLine line) {
        return List.of(
                line.id().map(UUID::toString).orElse(""),
                Words.code(line.source()),
                line.participant().map(ParticipantCode::value).orElse(""),
                line.site(),
                line.day().toString(),
                Words.code(line.category()),
                Boolean.toString(line.important()),
                line.detail(),
                line.event(),
                Boolean.toString(line.confirmed()));
    }
}
