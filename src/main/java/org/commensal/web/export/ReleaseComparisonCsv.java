package org.commensal.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.export.CompareReleases;
import org.commensal.web.Ids;
import org.commensal.web.ListFiles;

/** The numbers of a comparison as a file: a row for each table, then one for each of its variables. */
@ApplicationScoped
@Path("/studies/{study}/releases/{release}/comparison.csv")
public class ReleaseComparisonCsv {

    private static final List<String> COLUMNS = List.of(
            "table",
            "variable",
            "lacked_by",
            "because",
            "rows_in_both",
            "rows_added",
            "rows_gone",
            "cells_filled_in",
            "cells_changed",
            "cells_emptied",
            "cells_other_reason");

    @Inject
    CurrentActor currentActor;

    @Inject
    CompareReleases releases;

    @Inject
    ListFiles files;

    @GET
    public Response download(
            @PathParam("study") String study,
            @PathParam("release") String id,
            @QueryParam("with") @DefaultValue("") String with) {
        ShownComparison compared =
                ShownComparison.of(releases.compare(currentActor.actor(), study, Ids.uuid(id), Ids.uuid(with)));
        return files.ofSeveral(study, "comparison", COLUMNS, compared.tables(), ReleaseComparisonCsv::lines);
    }

    private static Stream<List<String>> lines(ShownComparison.Table table) {
        List<String> whole = List.of(
                table.name(),
                "",
                table.lackedBy().orElse(""),
                table.because().orElse(""),
                Long.toString(table.both()),
                Long.toString(table.added()),
                Long.toString(table.gone()),
                "",
                "",
                "",
                "");
        return Stream.concat(
                Stream.of(whole), table.variables().stream().map(variable -> line(table.name(), variable)));
    }

    private static List<String> line(String table, ShownComparison.Variable variable) {
        return List.of(
                table,
                variable.name(),
                variable.lackedBy().orElse(""),
                variable.because().orElse(""),
                "",
                "",
                "",
                Long.toString(variable.filledIn()),
                Long.toString(variable.changed()),
                Long.toString(variable.emptied()),
                Long.toString(variable.otherReason()));
    }
}
