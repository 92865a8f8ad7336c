package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * Puts kits on the list of a study: numbers drawn here, or a file with numbers and kinds from elsewhere.
 *
 * <p>A list is taken whole or not at all. The same file again changes nothing. The audit trail keeps how many kits there
 * are and never the digest of a list, by which the kinds of a short one could be guessed.
 */
@ApplicationScoped
public class MakeKits {

    private static final int MOST_SETS = 5000;
    private static final Text BATCH = new Text(
            "Write the batch with at most 40 letters, digits, dots and dashes.",
            "Schrijf de partij met hoogstens 40 letters, cijfers, punten en streepjes.");
    private static final Text SETS =
            new Text("Write how many sets, from 1 to 5000.", "Schrijf hoeveel sets, van 1 tot en met 5000.");
    private static final Text KNOWN = new Text(
            "Batch %s was listed before. A batch is listed once, whole.",
            "Partij %s stond al op een lijst. Een partij komt er één keer op, in haar geheel.");
    private static final Text TOO_OLD = new Text(
            "Batch %s expires too soon: its kits cannot be handed out any more.",
            "Partij %s verloopt te vroeg: de verpakkingen kunnen niet meer worden meegegeven.");
    private static final Text FAULTY =
            new Text("Nothing was listed. See each batch.", "Er is niets op de lijst gezet. Zie elke partij.");

    /**
     * A list as it was taken.
     *
     * @param sha256 of the file; of a generated list, of the file that it can be downloaded as
     * @param before whether the same file was taken before, so that nothing changed now
     */
    public record Made(int kits, String sha256, boolean before) {}

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    KitLedger ledger;

    @Inject
    KindLedger kinds;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * Draws the numbers of a new batch.
     *
     * @param sets how many times one kit of each kind, or as many as the allocation ratio says
     */
    @Transactional
    public Made generate(Actor actor, String studyId, String batch, LocalDate expiry, int sets) {
        ActingAs as = permission.require(actor, Right.MANAGE_KITS, studyId);
        Study study = studies.inForce(studyId).study();
        KitNumbers numbers = KitRules.numbers(study);
        List<Violation> violations = new ArrayList<>();
        if (!KitListFile.isBatch(batch)) {
            violations.add(new Violation("/batch", BATCH));
        }
        if (sets < 1 || sets > MOST_SETS) {
            violations.add(new Violation("/sets", SETS));
        }
        if (!violations.isEmpty()) {
            throw new Refusal(Reason.INVALID, violations.get(0).message(), violations);
        }
        ledger.holdDepot(studyId);
        List<ListedKit> kits = numbers.draw(study.kinds(), sets, batch, expiry, ledger.numbers(studyId), random);
        return list(as, study, kits, sha256(ReadKitList.csv(kits).getBytes(StandardCharsets.UTF_8)), true);
    }

    /** @throws Refusal {@code INVALID} with every fault of the file and its row */
    @Transactional
    public Made importList(Actor actor, String studyId, byte[] file) {
        ActingAs as = permission.require(actor, Right.MANAGE_KITS, studyId);
        Study study = studies.inForce(studyId).study();
        KitNumbers numbers = KitRules.numbers(study);
        String sha256 = sha256(file);
        ledger.holdDepot(studyId);
        Optional<Integer> before = ledger.imported(studyId, sha256);
        if (before.isPresent()) {
            return new Made(before.get(), sha256, true);
        }
        return list(as, study, KitListFile.read(file, numbers, study.kinds(), ledger.numbers(studyId)), sha256, false);
    }

    private Made list(ActingAs as, Study study, List<ListedKit> kits, String sha256, boolean generated) {
        refuseBatches(study, kits);
        Instant now = clock.instant();
        UUID entry = audit.record(
                as,
                generated ? "kits.generated" : "kits.imported",
                study.id(),
                "",
                Map.of("kits", Integer.toString(kits.size()), "batches", String.join(" ", batches(kits))));
        ledger.append(study.id(), kits, sha256, generated, now, entry);
        kinds.append(study.id(), kits);
        return new Made(kits.size(), sha256, false);
    }

    private void refuseBatches(Study study, List<ListedKit> kits) {
        Conduct.Kits rules = KitRules.of(study);
        LocalDate today = clock.instant().atZone(study.zone()).toLocalDate();
        Set<String> known = ledger.all(study.id()).stream().map(Kit::batch).collect(Collectors.toSet());
        List<Violation> violations = new ArrayList<>();
        for (String batch : batches(kits)) {
            if (known.contains(batch)) {
                violations.add(new Violation("/batch", KNOWN.with(batch)));
            }
            boolean tooOld = kits.stream()
                    .filter(kit -> kit.batch().equals(batch))
                    .anyMatch(kit -> kit.expiry().isBefore(today.plusDays(rules.shelfLifeDays())));
            if (tooOld) {
                violations.add(new Violation("/expiry", TOO_OLD.with(batch)));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal(Reason.INVALID, FAULTY, violations);
        }
    }

    private static List<String> batches(Collection<ListedKit> kits) {
        return kits.stream().map(ListedKit::batch).distinct().sorted().toList();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
