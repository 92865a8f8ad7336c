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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.export.ApproveRelease;
import org.commensal.export.BackgroundReleases;
import org.commensal.export.PreviewRelease;
import org.commensal.export.Release;
import org.commensal.export.Releases;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Anonymity;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Specification.Kind;
import org.commensal.export.release.Specification.Population;
import org.commensal.web.Ids;
import org.commensal.web.JsonBody;
import org.commensal.web.PasswordAgain;

/** The blinded datasets released from a study. */
@ApplicationScoped
@Path("/api/studies/{study}/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    private static final Map<String, Kind> KINDS = byCode(Kind.values(), Kind::code);
    private static final Map<String, Population> POPULATIONS = byCode(Population.values(), Population::code);
    private static final Map<String, Arms> ARMS = byCode(Arms.values(), Arms::code);

    @Inject
    CurrentActor currentActor;

    @Inject
    BackgroundReleases background;

    @Inject
    PreviewRelease preview;

    @Inject
    ApproveRelease approve;

    @Inject
    Releases releases;

    @Inject
    PasswordAgain again;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response release(@PathParam("study") String study, JsonBody body) {
        String name = body.string("name", 1, 60);
        Specification specification = specification(body);
        body.done();
        Release release = background.begin(currentActor.actor(), study, name, specification);
        return Response.accepted(ShownRelease.of(release))
                .location(URI.create("/api/studies/" + study + "/releases/" + release.id()))
                .build();
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownPreview preview(@PathParam("study") String study, JsonBody body) {
        Specification specification = specification(body);
        body.done();
        return ShownPreview.of(preview.preview(currentActor.actor(), study, specification));
    }

    @GET
    public List<ShownRelease> list(@PathParam("study") String study) {
        return releases.list(currentActor.actor(), study).stream()
                .map(ShownRelease::of)
                .toList();
    }

    @GET
    @Path("{id}")
    public ShownRelease one(@PathParam("study") String study, @PathParam("id") String id) {
        return ShownRelease.of(releases.get(currentActor.actor(), study, Ids.uuid(id)));
    }

    @POST
    @Path("{id}/attempts")
    public Response again(@PathParam("study") String study, @PathParam("id") String id) {
        Release release = background.again(currentActor.actor(), study, Ids.uuid(id));
        return Response.accepted(ShownRelease.of(release)).build();
    }

    @POST
    @Path("{id}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShownRelease approve(@PathParam("study") String study, @PathParam("id") String id, JsonBody body) {
        String password = body.string("password", 1, 1000);
        body.done();
        return ShownRelease.of(approve.approve(currentActor.actor(), study, Ids.uuid(id), again.proof(password)));
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

    private static Specification specification(JsonBody body) {
        return new Specification(
                Specification.NEWEST,
                body.oneOf("kind", KINDS, Kind.DRAFT),
                body.oneOf("population", POPULATIONS, Population.CONSENTED),
                body.optionalDate("cutOff"),
                Set.copyOf(body.strings("tables")),
                Set.copyOf(body.strings("leftOut")),
                body.flag("history", false),
                body.oneOf("arms", ARMS, Arms.NONE),
                anonymity(body),
                body.strings("formats"));
    }

    private static Optional<Anonymity> anonymity(JsonBody body) {
        int percent = body.integer("suppressedPercent", 0, 100, Anonymity.USUAL_PERCENT);
        return body.has("k")
                ? Optional.of(new Anonymity(body.integer("k", Anonymity.LEAST_K, Anonymity.MOST_K, 5), percent))
                : Optional.empty();
    }

    private static <T> Map<String, T> byCode(T[] all, Function<T, String> code) {
        return Stream.of(all).collect(Collectors.toMap(code, one -> one));
    }

    /** Letters, digits, dots and dashes only, which every system takes. */
    public static String fileName(Release release) {
        return (release.study() + "-" + release.name()).replaceAll("[^A-Za-z0-9._-]+", "-") + ".zip";
    }
}
