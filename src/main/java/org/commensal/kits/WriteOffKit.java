package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kits.Kit.Step;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/**
 * Records that a kit was lost, damaged or destroyed, and why: at a site by the site, at the depot by the depot. One that
 * was handed out can be replaced from then on.
 */
@ApplicationScoped
public class WriteOffKit {

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
     * @param typed the number on the box
     * @param what {@code LOST}, {@code DAMAGED} or {@code DESTROYED}; what was written off so before stays as it is
     */
    @Transactional
    public Kit writeOff(Actor actor, String studyId, String typed, Step what, String reason) {
        permission.requireSomewhere(actor, Right.SEE_KITS, studyId);
        Study study = studies.inForce(studyId).study();
        String number = KitRules.numbers(study).parse(typed);
        Kit kit = ledger.find(studyId, number).orElseThrow(() -> KitRules.unknown(number));
        ActingAs as = kit.site()
                .map(site -> permission.require(actor, Right.HANDLE_KITS, studyId, site))
                .orElseGet(() -> permission.require(actor, Right.MANAGE_KITS, studyId));
        String why = KitRules.reason(reason);
        hold(studyId, kit);
        Kit now = ledger.find(studyId, number).orElseThrow();
        if (now.state() == what) {
            return now;
        }
        KitRules.mayFollow(now, what);
        UUID entry = audit.record(as, "kit." + what.name().toLowerCase(Locale.ROOT), number, why, Map.of());
        ledger.append(studyId, List.of(number), what, StepTaken.because(clock.instant(), why), entry);
        return ledger.find(studyId, number).orElseThrow();
    }

    private void hold(String study, Kit kit) {
        if (kit.site().isPresent()) {
            ledger.hold(study, kit.site().get());
        } else {
            ledger.holdDepot(study);
        }
    }
}
