package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.commensal.studies.StudyRegister;

/** Takes a shipment into the stock of its site, once, but for what is missing or damaged. */
@ApplicationScoped
public class ReceiveShipment {

    private static final String ON_ARRIVAL = "on arrival";
    private static final Text NOT_IN_IT = new Text(
            "Kit %s is not in this shipment. Check each digit, and call the depot if it is in the box.",
            "Verpakking %s zit niet in deze zending. Controleer elk cijfer en bel het depot als u deze toch hebt.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    KitLedger ledger;

    @Inject
    Clock clock;

    /**
     * Receives what is still on its way; a shipment that was received stays as it is.
     *
     * @param missing and {@code damaged}: numbers as they are typed
     */
    @Transactional
    public void receive(Actor actor, String studyId, UUID id, Collection<String> missing, Collection<String> damaged) {
        permission.requireSomewhere(actor, Right.HANDLE_KITS, studyId);
        Shipment shipment = find(studyId, id);
        ActingAs as = permission.require(actor, Right.HANDLE_KITS, studyId, shipment.site());
        KitNumbers numbers =
                KitRules.numbers(studies.at(studyId, shipment.site()).study());
        ledger.hold(studyId, shipment.site());
        List<String> onTheWay = onTheWay(studyId, shipment);
        if (onTheWay.isEmpty()) {
            return;
        }
        List<Violation> unknown = new ArrayList<>();
        Set<String> lost = read(missing, "/missing", numbers, onTheWay, unknown);
        Set<String> broken = read(damaged, "/damaged", numbers, onTheWay, unknown);
        if (!unknown.isEmpty()) {
            throw new Refusal(Reason.INVALID, unknown.get(0).message(), unknown);
        }
        append(as, studyId, shipment, onTheWay, lost, broken);
    }

    private void append(
            ActingAs as, String study, Shipment shipment, List<String> onTheWay, Set<String> lost, Set<String> broken) {
        Instant now = clock.instant();
        broken.removeAll(lost);
        List<String> intact = onTheWay.stream()
                .filter(number -> !lost.contains(number) && !broken.contains(number))
                .toList();
        UUID entry = audit.record(
                as,
                "shipment.received",
                shipment.id().toString(),
                "",
                Map.of(
                        "kits", Integer.toString(intact.size()),
                        "missing", String.join(" ", lost),
                        "damaged", String.join(" ", broken)));
        ledger.append(study, intact, Step.ARRIVED, StepTaken.at(now), entry);
        ledger.append(study, lost, Step.LOST, StepTaken.because(now, ON_ARRIVAL), entry);
        ledger.append(study, broken, Step.DAMAGED, StepTaken.because(now, ON_ARRIVAL), entry);
    }

    private Shipment find(String study, UUID id) {
        return ledger.shipments(study).stream()
                .filter(shipment -> shipment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private List<String> onTheWay(String study, Shipment shipment) {
        return ledger.ofSite(study, shipment.site()).stream()
                .filter(kit -> kit.state() == Step.SHIPPED)
                .filter(kit ->
                        kit.step(Step.SHIPPED).flatMap(Kit.Done::shipment).equals(Optional.of(shipment.id())))
                .map(Kit::number)
                .toList();
    }

    private static Set<String> read(
            Collection<String> typed, String pointer, KitNumbers numbers, List<String> inIt, List<Violation> unknown) {
        Set<String> read = new LinkedHashSet<>();
        for (String one : typed) {
            try {
                String number = numbers.parse(one);
                if (!inIt.contains(number)) {
                    unknown.add(new Violation(pointer, NOT_IN_IT.with(number)));
                }
                read.add(number);
            } catch (Refusal malformed) {
                unknown.add(new Violation(pointer, malformed.text()));
            }
        }
        return read;
    }
}
