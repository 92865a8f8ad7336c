package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.WeighAmendment;
import org.commensal.questionnaires.WeighAmendment.Change;
import org.commensal.questionnaires.WeighAmendment.Weighed;
import org.commensal.studies.ApproveAmendment;
import org.commensal.studies.PublishedVersion;
import org.commensal.studies.ReleaseAmendment;
import org.commensal.studies.StudyRegister;
import org.commensal.studies.VersionHistory;
import org.commensal.web.JsonBody;
import org.commensal.web.Words;

/** The versions of a study: what each amends, its approval, and the sites that work with it. */
@ApplicationScoped
@Path("/api/studies/{study}/versions")
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

    /**
     * @param newScheme whether it is to allocate otherwise than the study does now, and goes in force at all sites at once
     * @param sites since when each site works with an amendment, by site code
     */
    public record Shown(
            String version,
            String hash,
            Instant publishedAt,
            String standing,
            boolean newScheme,
            Optional<String> reference,
            Optional<Instant> approvedAt,
            Map<String, Instant> sites) {

        public static Shown of(
                VersionHistory history, PublishedVersion version, boolean newScheme, List<String> sites) {
            return new Shown(
                    version.version(),
                    version.hash(),
                    version.publishedAt(),
                    Words.code(history.standing(version, sites)),
                    newScheme,
                    version.approval().map(PublishedVersion.Approval::reference),
                    version.approval().map(PublishedVersion.Approval::at),
                    version.sites());
        }
    }

    /**
     * What one version changes against {@code from}.
     *
     * @param kept current responses that the change is about, and that stay as they are
     * @param begun questionnaires being filled in now, which are finished as they were begun
     */
    public record Difference(
            String kind, String severity, String file, String code, Text sentence, long kept, long begun) {

        public static Difference of(Change change) {
            var difference = change.difference();
            return new Difference(
                    Words.code(difference.kind()),
                    Words.code(difference.severity()),
                    difference.file(),
                    difference.code(),
                    difference.sentence(),
                    change.kept(),
                    change.begun());
        }
    }

    /** @param from the version it is held against; absent for the first */
    public record Differences(Optional<String> from, List<Difference> changes) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    WeighAmendment weigh;

    @Inject
    ApproveAmendment approve;

    @Inject
    ReleaseAmendment release;

    @GET
    public List<Shown> list(@PathParam("study") String study) {
        VersionHistory history = studies.history(currentActor.actor(), study);
        List<String> sites = sites(study);
        return studies.versions(currentActor.actor(), study).stream()
                .map(version -> Shown.of(history, version, studies.changesScheme(study, version.version()), sites))
                .toList();
    }

    @GET
    @Path("{version}/differences")
    public Differences differences(@PathParam("study") String study, @PathParam("version") String version) {
        Weighed weighed = weigh.weigh(currentActor.actor(), study, version);
        return new Differences(
                weighed.from(), weighed.changes().stream().map(Difference::of).toList());
    }

    @POST
    @Path("{version}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown approve(@PathParam("study") String study, @PathParam("version") String version, JsonBody body) {
        String reference = body.string("reference", 1, 2000);
        body.done();
        return shown(study, approve.approve(currentActor.actor(), study, version, reference));
    }

    @POST
    @Path("{version}/sites")
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown release(@PathParam("study") String study, @PathParam("version") String version, JsonBody body) {
        String site = body.string("site", 1, 40);
        body.done();
        return shown(study, release.release(currentActor.actor(), study, version, site));
    }

    private Shown shown(String study, PublishedVersion version) {
        return Shown.of(
                studies.history(currentActor.actor(), study),
                version,
                studies.changesScheme(study, version.version()),
                sites(study));
    }

    private List<String> sites(String study) {
        return studies.inForce(study).study().sites().stream()
                .map(Study.Site::code)
                .toList();
    }
}
