package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.studies.MissingWording;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** Whether a study may open to participants, and what is still missing. */
@ApplicationScoped
public class GoLive {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    GoLiveLedger ledger;

    @Inject
    SimulationLedger simulations;

    /** What is on file for the version that is to be activated next; where there is none, for the one that was last. */
    public Checklist checklist(Actor actor, String study) {
        permission.require(actor, Right.SEE_GO_LIVE, study);
        return checklist(studies.opening(study));
    }

    /** The same, for a use case that has checked its own right. */
    public Checklist checklist(PublishedStudy published) {
        Study study = published.study();
        return new Checklist(
                study.id(),
                study.version(),
                studies.approved(study),
                MissingWording.of(study),
                simulations.has(study),
                ledger.dryRuns(study),
                ledger.approvals(study));
    }
}
