package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Seed;
import org.commensal.allocation.TestList;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * Tries the allocation of a study on a test list: every participant of the list is allocated, and every allocation is
 * computed again from the list alone.
 */
@ApplicationScoped
public class PerformDryRun {

    private static final Text UNKNOWN = new Text(
            "There is no such dry run of the version that is to be activated.",
            "Deze proefloting bestaat niet voor de versie die wordt geactiveerd.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    GoLiveLedger ledger;

    private final SecureRandom random = new SecureRandom();

    /** Performs one and keeps what came of it, with as many participants as the study aims at. */
    @Transactional
    public DryRun perform(Actor actor, String studyId) {
        ActingAs as = permission.require(actor, Right.DRY_RUN, studyId);
        Study study = studies.opening(studyId).study();
        byte[] drawn = new byte[32];
        random.nextBytes(drawn);
        Seed seed = new Seed(drawn);
        int differences = new TestList(study.scheme(), study.target(), seed).differences();
        UUID entry = audit.record(
                as,
                "dry-run.performed",
                studyId,
                "",
                Map.of(
                        "version", study.version(),
                        "participants", String.valueOf(study.target()),
                        "differences", String.valueOf(differences)));
        return ledger.append(study, study.target(), HexFormat.of().formatHex(drawn), differences, entry);
    }

    /** The test list of a dry run with the arms that were drawn, as CSV, computed again from its seed. */
    public String list(Actor actor, String studyId, UUID id) {
        permission.require(actor, Right.DRY_RUN, studyId);
        Study study = studies.opening(studyId).study();
        DryRun run = ledger.dryRuns(study).stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, UNKNOWN));
        Seed seed = new Seed(HexFormat.of().parseHex(run.seed()));
        return new TestList(study.scheme(), run.participants(), seed).csv();
    }
}
