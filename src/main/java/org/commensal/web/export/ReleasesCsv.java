package org.commensal.web.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.export.Release;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.Releases;
import org.commensal.web.ListFiles;

/** Every file of every release with its hash, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/releases.csv")
public class ReleasesCsv {

    private static final List<String> COLUMNS =
            List.of("release", "name", "made", "version", "checkpoint", "file", "rows", "bytes", "sha256");

    @Inject
    CurrentActor currentActor;

    @Inject
    Releases releases;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study) {
        List<Release> all = releases.list(currentActor.actor(), study);
        return files.ofSeveral(study, "releases", COLUMNS, all, ReleasesCsv::lines);
    }

    private static Stream<List<String>> lines(Release release) {
        return release.files().stream().map(file -> cells(release, file));
    }

    private static List<String> cells(Release release, FileEntry file) {
        return List.of(
                release.id().toString(),
                release.name(),
                release.made().toString(),
                release.version(),
                Long.toString(release.checkpoint()),
                file.name(),
                Long.toString(file.rows()),
                Long.toString(file.bytes()),
                file.sha256());
    }
}
