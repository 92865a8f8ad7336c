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

/** The study folder as it was published, allocation settings and all, for those who may publish. */
@ApplicationScoped
@Path("/api/studies/{study}/folder.zip")
@Produces(MediaType.WILDCARD)
public class FolderResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    CopyStudy copies;

    @GET
    public Response download(@PathParam("study") String study) {
        return Downloads.of(copies.folder(currentActor.actor(), study));
    }
}
