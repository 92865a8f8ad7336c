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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.background.State;
import org.commensal.export.ApproveRelease;
import org.commensal.export.BackgroundReleases;
import org.commensal.export.Need;
import org.commensal.export.Release;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.Releases;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Arms;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Pair;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.export.ReleaseSheet.Folder;

/** One dataset: how far it is, what it holds, who approved it, and its files. */
@ApplicationScoped
@Path("/studies/{study}/releases/{release}")
@Produces(MediaType.TEXT_HTML)
public class ReleasePage {

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

    @Inject
    BackgroundReleases background;

    @Inject
    ApproveRelease approve;

    @Inject
    PasswordAgain again;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("release") UUID id) {
        return page(study, id, Form.empty());
    }

    @POST
    @Path("approvals")
    public Response approve(
            @PathParam("study") String study, @PathParam("release") UUID id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            String password = form.secret("password");
            form.complete();
            approve.approve(currentActor.actor(), study, id, again.proof(password));
            return Screens.seeOther("/studies/" + study + "/releases/" + id);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, id, form.refused(refusal)));
        }
    }

    @POST
    @Path("attempts")
    public Response again(@PathParam("study") String study, @PathParam("release") UUID id) {
        background.again(currentActor.actor(), study, id);
        return Screens.seeOther("/studies/" + study + "/releases/" + id);
    }

    @GET
    @Path("dataset.zip")
    @Produces("application/zip")
    public Response download(@PathParam("study") String study, @PathParam("release") UUID id) {
        Release release = releases.download(currentActor.actor(), study, id);
        StreamingOutput zip = out -> releases.write(release, out);
        return Response.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"" + ReleaseResource.fileName(release) + "\"")
                .build();
    }

    private JteModel page(String study, UUID id, Form form) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(study);
        Release release = releases.get(actor, study, id);
        String base = "/studies/" + study + "/releases/" + id;
        boolean downloads =
                release.isDownloadable() && permission.allowsSomewhere(actor, Right.DOWNLOAD_RELEASE, study);
        boolean pending = release.state().isActive() || release.state() == State.ENDED;
        ReleaseSheet sheet = new ReleaseSheet(
                base,
                release.name(),
                screen.in(release.said()),
                pending ? release.percent() : -1,
                release.state().isFruitless() && permission.allowsSomewhere(actor, Right.RELEASE, study),
                facts(screen, release),
                approvals(screen, release, zone(study)),
                release.lacks().stream().map(need -> screen.in(need.label())).toList(),
                approvable(actor, release).map(need -> screen.in(need.label())),
                downloads ? Optional.of(base + "/dataset.zip") : Optional.empty(),
                downloads
                        ? ReleaseComparisonPage.others(screen, zone(study), release, releases.list(actor, study))
                        : List.of(),
                release.specification().arms() == Arms.NAMED,
                release.files().stream()
                        .filter(file -> folder(file).isEmpty())
                        .map(ReleasePage::file)
                        .toList(),
                folders(release));
        return pages.exportRelease(screen, form, sheet);
    }

    private ZoneId zone(String study) {
        return studies.get(currentActor.actor(), study).study().zone();
    }

    /** What the actor may approve now: nothing of a release that they asked for or approved, or that is not made. */
    private Optional<Need> approvable(Actor actor, Release release) {
        boolean concerned = release.by().id().equals(actor.id())
                || release.approvals().stream()
                        .anyMatch(approval -> approval.by().id().equals(actor.id()));
        return release.lacks().stream()
                .filter(need -> release.state() == State.DONE && !concerned)
                .filter(need -> permission.allowsSomewhere(actor, need.right(), release.study()))
                .findFirst();
    }

    private List<Pair> facts(Screen screen, Release release) {
        Specification asked = release.specification();
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair(screen.t("releases.kind"), screen.in(asked.kind().label())));
        facts.add(new Pair(
                screen.t("releases.population"), screen.in(asked.population().label())));
        facts.add(new Pair(screen.t("releases.arms"), screen.in(asked.arms().label())));
        asked.cutOff()
                .ifPresent(day -> facts.add(
                        new Pair(screen.t("releases.cut-off"), screen.texts().day(day))));
        asked.anonymity()
                .ifPresent(anonymity -> facts.add(
                        new Pair(screen.t("releases.k"), anonymity.k() + " · " + anonymity.suppressedPercent() + "%")));
        if (!asked.tables().isEmpty()) {
            facts.add(new Pair(screen.t("releases.tables"), String.join(", ", asked.tables())));
        }
        if (!asked.leftOut().isEmpty()) {
            facts.add(new Pair(screen.t("releases.left-out"), String.join(", ", asked.leftOut())));
        }
        facts.add(new Pair(screen.t("releases.formats.all"), String.join(", ", asked.formats())));
        facts.add(new Pair(screen.t("releases.version"), release.version()));
        facts.add(new Pair(screen.t("releases.checkpoint"), Long.toString(release.checkpoint())));
        facts.add(new Pair(
                screen.t("releases.asked"),
                screen.texts().moment(release.made(), zone(release.study())) + " · "
                        + release.by().name()));
        return facts;
    }

    private static List<Pair> approvals(Screen screen, Release release, ZoneId zone) {
        return release.approvals().stream()
                .map(approval -> new Pair(
                        approval.by().name() + " · " + screen.texts().moment(approval.at(), zone),
                        screen.in(approval.need().label())))
                .toList();
    }

    private static List<Folder> folders(Release release) {
        Map<String, List<ReleaseSheet.File>> folders = new LinkedHashMap<>();
        release.files().stream().filter(file -> !folder(file).isEmpty()).forEach(file -> folders.computeIfAbsent(
                        folder(file), first -> new ArrayList<>())
                .add(file(file)));
        return folders.entrySet().stream()
                .map(folder -> new Folder(folder.getKey(), folder.getValue()))
                .toList();
    }

    private static String folder(FileEntry file) {
        return file.name().contains("/") ? file.name().replaceFirst("/.*", "") : "";
    }

    private static ReleaseSheet.File file(FileEntry file) {
        String rows = file.rows() > 0 ? Long.toString(file.rows()) : "–";
        String size = String.format(Locale.ROOT, "%.1f kB", file.bytes() / 1000.0);
        return new ReleaseSheet.File(file.name(), rows, size, file.sha256());
    }
}
