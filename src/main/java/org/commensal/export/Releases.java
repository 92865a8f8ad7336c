package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.release.Specification.Arms;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.unblinding.UnblindingLedger;

/** The releases of a study, for those who may see or download them. */
@ApplicationScoped
public class Releases {

    private static final Text UNKNOWN = new Text(
            "There is no such release in this study. Look at the list of releases.",
            "Er is geen dataset met dit nummer in deze studie. Kijk in de lijst met datasets.");
    private static final Text NOT_YET = new Text(
            "This release cannot be downloaded yet: it is not made, or not approved. Look at it in the list.",
            "Deze dataset kan nog niet worden gedownload: hij is niet klaar of niet goedgekeurd. Kijk in de lijst.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    ReleaseLedger ledger;

    @Inject
    UnblindingLedger unblindings;

    @Inject
    MakeRelease making;

    public List<Release> list(Actor actor, String study) {
        permission.require(actor, Right.SEE_RELEASES, study);
        return ledger.all(study);
    }

    public Release get(Actor actor, String study, UUID id) {
        permission.require(actor, Right.SEE_RELEASES, study);
        return ledger.find(study, id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND, UNKNOWN));
    }

    /**
     * Records that somebody downloads a release, and gives it to be written. Whoever downloads one that tells arms by name
     * is unblinded from then on.
     */
    @Transactional
    public Release download(Actor actor, String study, UUID id) {
        ActingAs as = permission.require(actor, Right.DOWNLOAD_RELEASE, study);
        Release release = downloadable(actor, study, id);
        UUID entry = audit.record(as, "dataset.downloaded", release.name(), "", Map.of("release", id.toString()));
        if (release.specification().arms() == Arms.NAMED) {
            unblindings.learnt(study, actor.id(), entry);
        }
        return release;
    }

    /**
     * A release for those who may download it.
     *
     * @throws Refusal {@code NOT_YET} where it is not made, or not approved
     */
    public Release downloadable(Actor actor, String study, UUID id) {
        permission.require(actor, Right.DOWNLOAD_RELEASE, study);
        Release release = get(actor, study, id);
        if (!release.isDownloadable()) {
            throw new Refusal(Reason.NOT_YET, NOT_YET);
        }
        return release;
    }

    /**
     * Makes the zip of a release again, onto {@code out}.
     *
     * @throws IllegalStateException where the bytes are not those that were released
     */
    public void write(Release release, OutputStream out) {
        List<FileEntry> written = making.write(release, out);
        if (!written.equals(release.files())) {
            throw new IllegalStateException("release " + release.id() + " cannot be made again as it was");
        }
    }
}
