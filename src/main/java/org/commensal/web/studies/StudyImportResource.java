package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.exchange.Loss;
import org.commensal.kernel.Text;
import org.commensal.studies.ImportStudy;
import org.commensal.web.Words;

/** Study folders made of files from other systems. */
@ApplicationScoped
@Path("/api/study-imports")
@Produces(MediaType.APPLICATION_JSON)
public class StudyImportResource {

    /** @param folder a zip, in base 64 */
    public record Made(List<Lost> losses, String folder) {}

    /** One thing that is not as it was, or still to be completed. */
    public record Lost(String kind, String where, Text what) {

        static Lost of(Loss loss) {
            return new Lost(Words.code(loss.kind()), loss.where(), loss.what());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    ImportStudy imports;

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Made read(byte[] content, @QueryParam("file") @DefaultValue("file") String name) {
        ImportStudy.Imported done = imports.read(currentActor.actor(), name, content);
        return new Made(
                done.losses().stream().map(Lost::of).toList(),
                Base64.getEncoder().encodeToString(done.folder()));
    }
}
