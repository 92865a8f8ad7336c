package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.exchange.Exporters;
import org.commensal.exchange.Exporters.Exporter;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.protocol.LicensedWording;
import org.commensal.protocol.Study;

/**
 * Gives a copy of the version in force to take away: its metadata in a format of other systems, or the whole folder.
 *
 * <p>Metadata never hold anything of the allocation, and are for everybody who may read the protocol. The folder holds
 * how is allocated, and so what comes next: it is for those who may publish, and that they took it is recorded. Wording
 * that not everybody may reproduce is in the copies of those who may publish, who brought it; in all others stand
 * placeholders.
 */
@ApplicationScoped
public class CopyStudy {

    /** One file. */
    public record Copy(String fileName, String mediaType, byte[] content) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    StudyLedger ledger;

    /** @param format one of {@link Exporters#names()} */
    public Copy metadata(Actor actor, String id, String format) {
        PublishedStudy published = studies.get(actor, id);
        Exporter exporter = Exporters.of(format);
        boolean publishes = permission.allows(actor, Right.PUBLISH_STUDY, id, "*");
        Study study = publishes ? published.study() : LicensedWording.withheld(published.study());
        return new Copy(
                fileName(study, "-" + exporter.name() + "." + exporter.ending()),
                exporter.mediaType(),
                exporter.write(study, published.hash()));
    }

    /** The folder as it was published, as a zip. */
    @Transactional
    public Copy folder(Actor actor, String id) {
        ActingAs as = permission.require(actor, Right.PUBLISH_STUDY, id);
        PublishedStudy published = studies.inForce(id);
        Study study = published.study();
        audit.record(as, "study.folder-copied", id, "", Map.of("version", study.version(), "hash", published.hash()));
        return new Copy(fileName(study, ".zip"), "application/zip", ledger.archive(published.hash()));
    }

    /** Letters, digits, dots and dashes only, which every system takes. */
    private static String fileName(Study study, String ending) {
        return (study.id() + "-" + study.version()).replaceAll("[^A-Za-z0-9._-]+", "-") + ending;
    }
}
