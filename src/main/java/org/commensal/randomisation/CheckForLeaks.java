package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commensal.access.Permission;
import org.commensal.allocation.simulation.Reallocation;
import org.commensal.allocation.simulation.Reallocation.Part;
import org.commensal.audit.AuditTrail;
import org.commensal.leakage.Allocations;
import org.commensal.leakage.Feature;
import org.commensal.leakage.Finding;
import org.commensal.leakage.LeakTest;
import org.commensal.leakage.Verdict;
import org.commensal.randomisation.ReleaseCheck.Found;
import org.commensal.studies.StudyRegister;

/**
 * Holds what a dataset would show of each participant against the arms, and says whether it may be released; nothing else
 * leaves this room. Why not is filed for those who are not blinded.
 *
 * <p>Each attempt is filed, in a transaction of its own, so that one that fails leaves its trace. The same facts are judged
 * once: what was found then counts for every attempt after it, and so does the seed, which follows from them.
 */
@ApplicationScoped
public class CheckForLeaks {

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    AllocationLedger allocations;

    @Inject
    ApproveReveal reveal;

    @Inject
    ReleaseCheckLedger ledger;

    @Inject
    Clock clock;

    /**
     * What would be in the dataset.
     *
     * @param codes of the participants who were randomised, in order
     * @param features of these participants, in this order
     * @param findings that need no arm to be found
     */
    public record Seen(List<String> codes, List<Feature> features, List<Finding> findings) {

        /** SHA-256 of all of it, in hex. */
        String fingerprint() {
            MessageDigest digest = Fingerprints.sha256();
            codes.forEach(code -> Fingerprints.add(digest, code));
            findings.forEach(finding -> Fingerprints.add(digest, finding.toString()));
            for (Feature feature : features) {
                Fingerprints.add(digest, feature.name() + feature.kind() + feature.shape());
                ByteBuffer values = ByteBuffer.allocate(Double.BYTES * feature.values().length);
                for (double value : feature.values()) {
                    values.putDouble(value);
                }
                digest.update(values.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    /**
     * Whether no leak was found, but those that were accepted.
     *
     * @param by the name of whoever asked for the release
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean none(String study, long checkpoint, String by, Seen seen) {
        String fingerprint = seen.fingerprint();
        Optional<Found> before = ledger.find(study, fingerprint);
        Found found = before.orElseGet(() -> found(study, seen, fingerprint));
        List<Found> accepted = ledger.all(study).stream()
                .filter(check -> check.accepted().isPresent())
                .map(ReleaseCheck::found)
                .toList();
        boolean passed = found.passes(accepted);
        String action = passed ? "release.checked" : "release.withheld";
        UUID entry = audit.record(
                permission.itself(study), action, study, "", Map.of("checkpoint", Long.toString(checkpoint)));
        ledger.append(
                new ReleaseCheck(
                        UUID.randomUUID(),
                        checkpoint,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        by,
                        before.isPresent(),
                        passed,
                        found,
                        Optional.empty()),
                study,
                fingerprint,
                entry);
        return passed;
    }

    private Found found(String study, Seen seen, String fingerprint) {
        if (reveal.isRevealed(study)) {
            return Found.nothing();
        }
        long seed = Long.parseUnsignedLong(fingerprint.substring(0, 16), 16);
        Reallocation again = new Reallocation(studies.schemes(study).stream()
                .map(scheme -> new Part(scheme.scheme(), allocations.all(scheme)))
                .toList());
        byte[][] references = IntStream.range(0, seen.codes.isEmpty() ? 0 : LeakTest.REFERENCES)
                .mapToObj(number -> again.again(seen.codes, seed, number))
                .toArray(byte[][]::new);
        Verdict verdict = LeakTest.of(
                seen.features,
                new Allocations(again.arms(), again.actual(seen.codes), references, again.moments(seen.codes)),
                seed);
        List<Finding> findings = new ArrayList<>(seen.findings);
        findings.addAll(verdict.findings());
        return new Found(verdict.subjects(), verdict.features(), findings);
    }
}
