package org.commensal.web.export;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.export.Release;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.ReleaseDataset;
import org.commensal.export.Releases;
import org.commensal.export.format.Formats;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The datasets of a study: makes one, says what is in each, and gives it. */
@ApplicationScoped
@Path("/studies/{study}/releases")
@Produces(MediaType.TEXT_HTML)
public class ReleasesPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    ReleaseDataset dataset;

    @Inject
    Releases releases;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, Form.empty());
    }

    @POST
    public Response release(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String name = form.required("name");
            form.complete();
            dataset.release(currentActor.actor(), study, name, form.values("format"));
            return Screens.seeOther("/studies/" + study + "/releases");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    @GET
    @Path("{release}/dataset.zip")
    @Produces("application/zip")
    public Response download(@PathParam("study") String study, @PathParam("release") UUID id) {
        Release release = releases.download(currentActor.actor(), study, id);
        StreamingOutput zip = out -> releases.write(release, out);
        return Response.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"" + study + "-" + release.name() + ".zip\"")
                .build();
    }

    private JteModel page(String id, Form form) {
        String base = "/studies/" + id + "/releases";
        Screen screen = screens.in(id);
        var zone = studies.get(currentActor.actor(), id).study().zone();
        List<ReleaseList.Row> rows = releases.list(currentActor.actor(), id).stream()
                .map(release -> new ReleaseList.Row(
                        release.name(),
                        screen.texts().moment(release.made(), zone),
                        release.checkpoint(),
                        base + "/" + release.id() + "/dataset.zip",
                        release.files().stream().map(ReleasesPage::file).toList()))
                .toList();
        return pages.exportReleases(screen, form, new ReleaseList(base, formats(screen), rows));
    }

    private static List<ReleaseList.Offered> formats(Screen screen) {
        return Formats.names().stream()
                .filter(format -> !format.equals(Formats.CSV))
                .map(format -> new ReleaseList.Offered(format, screen.t("releases.format." + format)))
                .toList();
    }

    /** Tables are CSV, or in the folder of a format. */
    private static ReleaseList.File file(FileEntry file) {
        boolean isTable = file.name().contains("/") || file.name().endsWith("." + Formats.CSV);
        String rows = isTable ? Long.toString(file.rows()) : "–";
        String size = String.format(Locale.ROOT, "%.1f kB", file.bytes() / 1000.0);
        return new ReleaseList.File(file.name(), rows, size, file.sha256());
    }
}
