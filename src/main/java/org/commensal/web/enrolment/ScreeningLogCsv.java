package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.web.ListFiles;
import org.commensal.web.Screens;

/** The screening log as a file, in the language of the page since reasons are words; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/screening-log.csv")
public class ScreeningLogCsv {

    private static final List<String> COLUMNS = List.of("code", "site", "screened", "stage", "state", "reasons");

    @Inject
    Screens screens;

    @Inject
    CurrentActor currentActor;

    @Inject
    ScreeningLogReading reading;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String id, @QueryParam("state") @DefaultValue("") String asked) {
        List<ScreeningLogSheet.Row> rows = reading.read(
                currentActor.actor(),
                id,
                ScreeningLogReading.state(asked),
                0,
                Integer.MAX_VALUE,
                screens.in(id).texts());
        return files.of(id, "screening-log", COLUMNS, rows, ScreeningLogCsv::cells);
    }

    private static List<String> cells(ScreeningLogSheet.Row row) {
        return List.of(
                row.code(), row.site(), row.screened(), row.stage(), row.state(), String.join("; ", row.reasons()));
    }
}
