package org.commensal.web.export;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.export.Release;
import org.commensal.export.Releases;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The datasets of a study, and how far each is. */
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
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    Releases releases;

    @GET
    public JteModel show(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(study);
        String base = "/studies/" + study + "/releases";
        List<Release> all = releases.list(actor, study);
        ZoneId zone = studies.get(actor, study).study().zone();
        boolean downloads = permission.allowsSomewhere(actor, Right.DOWNLOAD_RELEASE, study);
        List<ReleaseList.Row> rows = all.stream()
                .map(release -> new ReleaseList.Row(
                        base + "/" + release.id(),
                        release.name(),
                        screen.texts().moment(release.made(), zone),
                        release.by().name(),
                        screen.t("releases.kind."
                                + release.specification().kind().code()),
                        screen.in(release.specification().arms().label()),
                        ReleaseSheet.state(screen, release),
                        downloads && release.isDownloadable() ? base + "/" + release.id() + "/dataset.zip" : ""))
                .toList();
        boolean makes = permission.allowsSomewhere(actor, Right.RELEASE, study);
        boolean checks = permission.allowsSomewhere(actor, Right.SEE_RELEASE_CHECKS, study);
        return pages.exportReleases(screen, new ReleaseList(base, makes, checks, rows));
    }
}
