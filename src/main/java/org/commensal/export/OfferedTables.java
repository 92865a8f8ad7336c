package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.Checkpoint;
import org.commensal.audit.CheckpointLedger;
import org.commensal.export.format.Formats;
import org.commensal.export.release.BlindedTables;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Table;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** What a release of a study may hold now: its tables with their columns, and no row. */
@ApplicationScoped
public class OfferedTables {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    CheckpointLedger checkpoints;

    @Inject
    BlindedTables tables;

    public List<Table> of(Actor actor, String study) {
        permission.require(actor, Right.RELEASE, study);
        studies.opened(study);
        long checkpoint = checkpoints.last().map(Checkpoint::number).orElse(0L);
        List<Study> versions = tables.versions(study, checkpoint).stream()
                .map(PublishedStudy::study)
                .toList();
        return versions.isEmpty()
                ? List.of()
                : tables.offered(versions, checkpoint, Specification.draft(List.of(Formats.CSV)));
    }
}
