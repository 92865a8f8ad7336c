package org.commensal.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.export.CompareReleases;
import org.commensal.web.Ids;

/** What is different between two datasets of a study, in numbers. */
@ApplicationScoped
@Path("/api/studies/{study}/releases/{id}/comparison")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseComparisonResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    CompareReleases releases;

    @GET
    public ShownComparison compare(
            @PathParam("study") String study,
            @PathParam("id") String id,
            @QueryParam("with") @DefaultValue("") String with) {
        return ShownComparison.of(releases.compare(currentActor.actor(), study, Ids.uuid(id), Ids.uuid(with)));
    }
}
