package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Envelope;
import org.commensal.allocation.LedgerFiles;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.LedgerVerification;
import org.commensal.allocation.LedgerVerification.Fault;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.commensal.allocation.Seed;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * The ledger of a study whose seed is revealed: gives it, with the seed, to those who are not blinded, and verifies it
 * for everybody who watches over the trial. Each is recorded; what is verified is what would be given.
 */
@ApplicationScoped
public class RevealedLedger {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    ApproveReveal reveal;

    @Inject
    AllocationLedger allocations;

    @Inject
    SeedLedger seeds;

    @Inject
    EnvelopeLedger envelopes;

    @Inject
    Commitments commitments;

    /** The files of the ledger by their names. */
    @Transactional
    public SortedMap<String, byte[]> download(Actor actor, String id) {
        ActingAs as = permission.require(actor, Right.DOWNLOAD_LEDGER, id);
        reveal.requireRevealed(as, id, "ledger.withheld");
        Study study = studies.activated(id);
        audit.record(as, "ledger.downloaded", id, "", Map.of("version", study.version()));
        return files(study, allocations.all(study));
    }

    /** Computes every allocation again; no fault tells an arm. */
    @Transactional
    public Outcome verify(Actor actor, String id) {
        ActingAs as = permission.require(actor, Right.VERIFY_ALLOCATIONS, id);
        reveal.requireRevealed(as, id, "ledger.unverified");
        Study study = studies.activated(id);
        List<LedgerRow> rows = allocations.all(study);
        Outcome outcome = withTheTrail(LedgerVerification.of(files(study, rows)), rows, study);
        audit.record(
                as,
                "ledger.verified",
                id,
                "",
                Map.of(
                        "version", study.version(),
                        "allocations", Integer.toString(outcome.allocations()),
                        "faults", Integer.toString(outcome.faults().size())));
        return outcome;
    }

    /** Rows or chains that were taken away leave little trace in the ledger; the audit trail has them as well. */
    private Outcome withTheTrail(Outcome outcome, List<LedgerRow> rows, Study study) {
        List<String> audited = allocations.audited(study).stream().sorted().toList();
        List<String> chains = rows.stream().map(LedgerRow::chain).sorted().toList();
        if (audited.equals(chains)) {
            return outcome;
        }
        List<Fault> faults = new ArrayList<>(outcome.faults());
        faults.add(new Fault(
                "ledger.csv",
                0,
                "the audit trail has " + audited.size() + " allocations, or other chains than these " + chains.size()
                        + " rows"));
        return outcome.with(faults);
    }

    private List<Envelope> envelopes(Study study) {
        return envelopes.of(study).stream().map(IssuedEnvelope::envelope).toList();
    }

    private SortedMap<String, byte[]> files(Study study, List<LedgerRow> rows) {
        Seed drawn = seeds.openDrawn(study).orElseGet(() -> seeds.open(study));
        return LedgerFiles.of(
                study.scheme(), drawn, seeds.contributions(study), commitments.text(study), rows, envelopes(study));
    }
}
