package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.kits.Kit.Step;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * Sends kits from the depot to a site, always in whole sets of every kind, so that the number that comes tells nothing;
 * those that expire first go first. The same idempotency key gets the same shipment, however often it is sent.
 */
@ApplicationScoped
public class ShipKits {

    private static final int MOST_SETS = 500;
    private static final Text SETS =
            new Text("Write how many sets, from 1 to 500.", "Schrijf hoeveel sets, van 1 tot en met 500.");
    private static final Text NO_SITE =
            new Text("\"%s\" is no site of this study.", "\"%s\" is geen centrum van deze studie.");
    private static final Text TOO_FEW = new Text(
            "The depot cannot send %s whole sets that are still good long enough. Make a batch first.",
            "Het depot kan geen %s hele sets sturen die nog lang genoeg houdbaar zijn. Maak eerst een partij.");

    private static final Text USED = new Text(
            "This idempotency key was used for another shipment. Send a new key.",
            "Deze idempotency key is al gebruikt voor een andere zending. Stuur een nieuwe.");
    private static final Text KEY = new Text(
            "Send an Idempotency-Key of 8 to 200 characters, a new one for each shipment.",
            "Stuur een Idempotency-Key van 8 tot en met 200 tekens, een nieuwe voor elke zending.");

    /** @param before whether it was sent by this key before, so that nothing was done now */
    public record Shipped(Shipment shipment, boolean before) {}

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

    @Transactional
    public Shipped ship(Actor actor, String studyId, String site, int sets, String idempotencyKey) {
        ActingAs as = permission.require(actor, Right.MANAGE_KITS, studyId);
        Study study = studies.inForce(studyId).study();
        Conduct.Kits rules = KitRules.of(study);
        if (study.sites().stream().noneMatch(known -> known.code().equals(site))) {
            throw invalid("/site", NO_SITE.with(Text.shorten(site)));
        }
        if (sets < 1 || sets > MOST_SETS) {
            throw invalid("/sets", SETS);
        }
        if (idempotencyKey.length() < 8 || idempotencyKey.length() > 200) {
            throw invalid("/Idempotency-Key", KEY);
        }
        ledger.holdDepot(studyId);
        Optional<Shipment> before = ledger.shipment(studyId, idempotencyKey);
        if (before.isPresent()) {
            return replay(study, before.get(), site, sets);
        }
        Instant now = clock.instant();
        List<String> numbers =
                choose(study, rules, sets, now.atZone(study.zone()).toLocalDate());
        UUID entry = audit.record(
                as, "kits.shipped", site, "", Map.of("kits", Integer.toString(numbers.size()), "to", site));
        UUID shipment = ledger.appendShipment(studyId, site, numbers.size(), idempotencyKey, now, entry);
        ledger.append(studyId, numbers, Step.SHIPPED, StepTaken.shipped(now, site, shipment), entry);
        return new Shipped(new Shipment(shipment, site, numbers.size(), now), false);
    }

    private static Shipped replay(Study study, Shipment before, String site, int sets) {
        int set = study.ratio().values().stream().mapToInt(Integer::intValue).sum();
        if (!before.site().equals(site) || before.kits() != sets * set) {
            throw new Refusal(Reason.CONFLICT, USED);
        }
        return new Shipped(before, true);
    }

    private List<String> choose(Study study, Conduct.Kits rules, int sets, LocalDate today) {
        List<Kit> depot = ledger.all(study.id()).stream()
                .filter(kit -> kit.state() == Step.LISTED && kit.good(today, rules.shelfLifeDays()))
                .toList();
        Map<String, List<Kit>> byKind = kinds.byKind(study.id(), depot);
        List<String> numbers = new ArrayList<>();
        study.kinds().forEach((kind, share) -> {
            List<Kit> left = new ArrayList<>(byKind.getOrDefault(kind, List.of()));
            for (int i = 0; i < sets * share; i++) {
                Optional<Kit> next = Kinds.first(left, random);
                left.remove(next.orElseThrow(() -> invalid("/sets", TOO_FEW.with(sets))));
                numbers.add(next.get().number());
            }
        });
        numbers.sort(String::compareTo);
        return numbers;
    }

    private static Refusal invalid(String pointer, Text why) {
        return new Refusal(Reason.INVALID, why, List.of(new Violation(pointer, why)));
    }
}
