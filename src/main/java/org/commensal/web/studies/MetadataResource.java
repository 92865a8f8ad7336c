package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.commensal.access.CurrentActor;
import org.commensal.studies.CopyStudy;
import org.commensal.web.Downloads;

/** The metadata of a study in the formats of other systems, and the page for an ethics committee. */
@ApplicationScoped
@Path("/api/studies/{study}/metadata/{format}")
@Produces(MediaType.WILDCARD)
public class MetadataResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    CopyStudy copies;

    @GET
    public Response download(@PathParam("study") String study, @PathParam("format") String format) {
        return Downloads.of(copies.metadata(currentActor.actor(), study, format));
    }
}
