package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Envelope;
import org.commensal.allocation.LedgerArchive;
import org.commensal.allocation.LedgerArchive.Verified;
import org.commensal.allocation.LedgerFiles;
import org.commensal.allocation.LedgerRow;
import org.commensal.allocation.LedgerVerification.Fault;
import org.commensal.allocation.LedgerVerification.Outcome;
import org.commensal.allocation.Seed;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * The ledgers of a study whose seeds are revealed, one for each scheme: gives it, with the seed, to those who are not blinded, and verifies it
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

    /** The files of the ledger by their names; where there were several schemes, with a folder for each. */
    @Transactional
    public SortedMap<String, byte[]> download(Actor actor, String id) {
        ActingAs as = permission.require(actor, Right.DOWNLOAD_LEDGER, id);
        reveal.requireRevealed(as, id, "ledger.withheld");
        List<Study> schemes = studies.schemes(id);
        audit.record(as, "ledger.downloaded", id, "", Map.of("version", versions(schemes)));
        return archive(schemes);
    }

    private SortedMap<String, byte[]> archive(List<Study> schemes) {
        return LedgerArchive.of(schemes.stream()
                .map(scheme -> files(scheme, allocations.all(scheme)))
                .toList());
    }

    private static String versions(List<Study> schemes) {
        return schemes.stream().map(Study::version).collect(Collectors.joining(", "));
    }

    /** Computes every allocation of each scheme again, the oldest first; no fault tells an arm. */
    @Transactional
    public List<Verified> verify(Actor actor, String id) {
        ActingAs as = permission.require(actor, Right.VERIFY_ALLOCATIONS, id);
        reveal.requireRevealed(as, id, "ledger.unverified");
        List<Study> schemes = studies.schemes(id);
        List<Verified> found = LedgerArchive.verify(archive(schemes));
        List<Verified> verified = IntStream.range(0, schemes.size())
                .mapToObj(i -> withTheTrail(found.get(i), schemes.get(i), schemes.get(0)))
                .toList();
        audit.record(
                as,
                "ledger.verified",
                id,
                "",
                Map.of(
                        "version", versions(schemes),
                        "allocations", sum(verified, Outcome::allocations),
                        "faults", sum(verified, outcome -> outcome.faults().size())));
        return verified;
    }

    private static String sum(List<Verified> verified, ToIntFunction<Outcome> figure) {
        return String.valueOf(
                verified.stream().map(Verified::outcome).mapToInt(figure).sum());
    }

    /** Rows or chains that were taken away leave little trace in the ledger; the audit trail has them as well. */
    private Verified withTheTrail(Verified verified, Study scheme, Study first) {
        List<String> audited =
                allocations.audited(scheme, first.version()).stream().sorted().toList();
        List<String> chains =
                allocations.all(scheme).stream().map(LedgerRow::chain).sorted().toList();
        if (audited.equals(chains)) {
            return verified;
        }
        List<Fault> faults = new ArrayList<>(verified.outcome().faults());
        faults.add(new Fault(
                "ledger.csv",
                0,
                "the audit trail has " + audited.size() + " allocations, or other chains than these " + chains.size()
                        + " rows"));
        return new Verified(verified.folder(), verified.outcome().with(faults));
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
