package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Contribution;
import org.commensal.allocation.Seed;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.golive.GoLive;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyLedger;
import org.commensal.studies.StudyRegister;

/**
 * Opens a study to participants: draws and seals the seed of its allocations, and shows the commitment that binds it,
 * so that nobody can choose the seed afterwards. Where the seed was drawn before and others contributed to it, nobody
 * can have chosen it before either.
 */
@ApplicationScoped
public class ActivateStudy {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    StudyLedger ledger;

    @Inject
    GoLive goLive;

    @Inject
    SeedLedger seeds;

    /**
     * Activates the version in force; an active study is answered with the commitment that there is.
     *
     * @throws Refusal {@code NOT_YET} where something is not on file yet that must be
     */
    @Transactional
    public String activate(Actor actor, String studyId) {
        ActingAs as = permission.require(actor, Right.ACTIVATE_STUDY, studyId);
        locks.hold("study/" + studyId);
        PublishedStudy published = studies.inForce(studyId);
        if (published.commitment().isPresent()) {
            return published.commitment().get();
        }
        goLive.checklist(published).requireAll();
        Study study = published.study();
        List<Contribution> contributions = seeds.contributions(study);
        Seed seed = seeds.openDrawn(study)
                .orElseGet(seeds::draw)
                .with(contributions.stream().map(Contribution::content).toList());
        String commitment = study.scheme().commitment(seed);
        UUID entry = audit.record(
                as,
                "study.activated",
                studyId,
                "",
                Map.of(
                        "version",
                        study.version(),
                        "commitment",
                        commitment,
                        "contributions",
                        Integer.toString(contributions.size())));
        seeds.append(study, seed, commitment, entry);
        ledger.activate(study, commitment, entry);
        return commitment;
    }
}
