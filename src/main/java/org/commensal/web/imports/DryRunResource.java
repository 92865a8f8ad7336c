package org.commensal.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.imports.DryRun;
import org.commensal.imports.ImportResults;

/** What a file of results would do. */
@ApplicationScoped
@Path("/api/studies/{study}/imports/{import}/dry-run")
@Produces(MediaType.APPLICATION_JSON)
public class DryRunResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    ImportResults imports;

    @POST
    @Consumes("text/csv")
    public DryRun tryOut(@PathParam("study") String study, @PathParam("import") String code, byte[] file) {
        return imports.dryRun(currentActor.actor(), study, code, file);
    }
}
