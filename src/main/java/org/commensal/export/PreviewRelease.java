package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.CheckpointLedger;
import org.commensal.export.disclosure.Disclosure;
import org.commensal.export.disclosure.DisclosureReport;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Specification.Arms;
import org.commensal.export.release.Table;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** What a release would hold, and how likely somebody in it would be recognised; nothing is made. No arm is read. */
@ApplicationScoped
public class PreviewRelease {

    /** @param tables how many rows and variables each would have */
    public record Preview(List<Size> tables, DisclosureReport risk) {}

    public record Size(String name, long rows, int columns) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    CheckpointLedger checkpoints;

    @Inject
    BlindedTables tables;

    @Inject
    Clock clock;

    /**
     * @throws org.commensal.kernel.Refusal {@code INVALID} for what cannot be in it; {@code CONFLICT} where it cannot be made
     *     as anonymous as is asked
     */
    @Transactional
    public Preview preview(Actor actor, String studyId, Specification asked) {
        ActingAs as = permission.require(actor, Right.RELEASE, studyId);
        Study study = studies.opened(studyId);
        long checkpoint = checkpoints.seal();
        List<Study> versions = tables.versions(studyId, checkpoint).stream()
                .map(PublishedStudy::study)
                .toList();
        LocalDate today = LocalDate.now(clock.withZone(study.zone()));
        Specification possible = SpecificationRules.possible(asked, today, tables.offered(versions, checkpoint, asked))
                .with(Arms.NONE);
        List<Table> blinded = tables.of(versions, checkpoint, new byte[1], possible);
        Disclosure disclosed = Disclosure.of(blinded, tables.recognising(versions), possible.anonymity());
        Preview preview = new Preview(
                disclosed.tables().stream().map(PreviewRelease::size).toList(), disclosed.report());
        audit.record(as, "dataset.previewed", studyId, "", Map.of());
        return preview;
    }

    private static Size size(Table table) {
        long[] rows = {0};
        table.rows().each(row -> rows[0]++);
        return new Size(table.name(), rows[0], table.columns().size());
    }
}
