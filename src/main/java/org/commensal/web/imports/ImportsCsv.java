package org.commensal.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.imports.ResultImportRegister;
import org.commensal.imports.ResultImported;
import org.commensal.web.ListFiles;

/** What was imported, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/imports.csv")
public class ImportsCsv {

    private static final List<String> COLUMNS =
            List.of("id", "at", "by", "import", "site", "rows", "added", "corrected", "unchanged", "reason", "sha256");

    @Inject
    CurrentActor currentActor;

    @Inject
    ResultImportRegister imports;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<ResultImported> all = imports.list(currentActor.actor(), study);
        return files.of(study, "imports", COLUMNS, all, ImportsCsv::cells);
    }

    private static List<String> cells(ResultImported done) {
        return List.of(
                done.id().toString(),
                done.at().toString(),
                done.by(),
                done.code(),
                done.site(),
                String.valueOf(done.rows()),
                String.valueOf(done.added()),
                String.valueOf(done.corrected()),
                String.valueOf(done.unchanged()),
                done.reason(),
                done.sha256());
    }
}
