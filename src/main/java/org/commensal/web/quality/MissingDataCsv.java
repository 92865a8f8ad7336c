package org.commensal.web.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.quality.MissingData.Counts;
import org.commensal.quality.MissingData.Line;
import org.commensal.quality.MissingDataRegister;
import org.commensal.web.ListFiles;

/** What is missing by site, visit and form, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/missing-data.csv")
public class MissingDataCsv {

    private static final List<String> COLUMNS = List.of(
            "site",
            "event",
            "form",
            "counted",
            "expected",
            "answered",
            "missing",
            "explained",
            "stopped",
            "not_yet_due");

    @Inject
    CurrentActor currentActor;

    @Inject
    MissingDataRegister register;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<Line> lines = register.count(currentActor.actor(), study).lines();
        return files.of(study, "missing-data", COLUMNS, lines, MissingDataCsv::cells);
    }

    private static List<String> cells(Line line) {
        Counts counts = line.counts();
        return List.of(
                line.site(),
                line.event(),
                line.form(),
                line.daily() ? "days" : "forms",
                Integer.toString(counts.expected()),
                Integer.toString(counts.answered()),
                Integer.toString(counts.missing()),
                Integer.toString(counts.explained()),
                Integer.toString(counts.stopped()),
                Integer.toString(counts.notDue()));
    }
}
