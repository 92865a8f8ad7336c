package org.commensal.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.export.Release;
import org.commensal.export.ReleaseDataset;
import org.commensal.export.Releases;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;

/** The blinded datasets released from a study. */
@ApplicationScoped
@Path("/api/studies/{study}/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    @Inject
    CurrentActor currentActor;

    @Inject
    ReleaseDataset dataset;

    @Inject
    Releases releases;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response release(@PathParam("study") String study, JsonBody body) {
        String name = body.string("name", 1, 60);
        List<String> formats = body.strings("formats");
        body.done();
        Release release = dataset.release(currentActor.actor(), study, name, formats);
        return Response.created(URI.create("/api/studies/" + study + "/releases/" + release.id()))
                .entity(release)
                .build();
    }

    @GET
    public List<Release> list(@PathParam("study") String study) {
        return releases.list(currentActor.actor(), study);
    }

    @GET
    @Path("{id}")
    public Release one(@PathParam("study") String study, @PathParam("id") String id) {
        return releases.get(currentActor.actor(), study, Ids.uuid(id));
    }

    @GET
    @Path("{id}/dataset.zip")
    @Produces("application/zip")
    public Response download(@PathParam("study") String study, @PathParam("id") String id) {
        Release release = releases.download(currentActor.actor(), study, Ids.uuid(id));
        StreamingOutput zip = out -> releases.write(release, out);
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(release) + "\"")
                .build();
    }

    /** Letters, digits, dots and dashes only, which every system takes. */
    public static String fileName(Release release) {
        return (release.study() + "-" + release.name()).replaceAll("[^A-Za-z0-9._-]+", "-") + ".zip";
    }
}
