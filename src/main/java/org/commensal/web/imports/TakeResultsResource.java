package org.commensal.web.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.imports.ImportResults;
import org.commensal.imports.ImportResults.Confirmation;
import org.commensal.imports.ResultImported;
import org.commensal.web.UploadedFile;

/** Imports a file of results that was tried: the file, the word of its dry run, and a reason where it corrects. */
@ApplicationScoped
@Path("/api/studies/{study}/imports/{import}")
@Produces(MediaType.APPLICATION_JSON)
public class TakeResultsResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    ImportResults imports;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public ResultImported take(
            @PathParam("study") String study,
            @PathParam("import") String code,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] sent) {
        Confirmation confirmation = new Confirmation(
                UploadedFile.value("tried", type, sent),
                UploadedFile.value("confirmed", type, sent).equals("true"),
                UploadedFile.value("reason", type, sent));
        byte[] file = UploadedFile.read("file", type, sent).content();
        return imports.take(currentActor.actor(), study, code, file, confirmation);
    }
}
