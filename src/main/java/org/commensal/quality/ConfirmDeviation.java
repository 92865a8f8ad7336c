package org.commensal.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/** Confirms that the last entry of a deviation is right, once; another entry has to be confirmed anew. */
@ApplicationScoped
public class ConfirmDeviation {

    private static final Text CHANGED = new Text(
            "This deviation was corrected meanwhile. Read it again before you confirm it.",
            "Deze afwijking is intussen verbeterd. Lees de afwijking opnieuw voordat u die bevestigt.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    DeviationRegister deviations;

    @Inject
    DeviationLedger ledger;

    @Inject
    Clock clock;

    /** @param number of the entry that was read */
    @Transactional
    public Deviation confirm(Actor actor, String study, UUID id, int number) {
        ActingAs as = permission.require(
                actor,
                Right.CONFIRM_DEVIATION,
                study,
                deviations.find(study, id).site());
        locks.hold("deviation/" + id);
        Deviation deviation = deviations.find(study, id);
        if (number != deviation.entries().size()) {
            throw new Refusal(Reason.CHANGED, CHANGED);
        }
        if (deviation.confirmed().isPresent()) {
            return deviation;
        }
        UUID entry = audit.record(
                as,
                "deviation.confirmed",
                deviation.participant().map(ParticipantCode::value).orElse(deviation.site()),
                "",
                Map.of("deviation", id.toString(), "entry", Integer.toString(number)));
        ledger.confirm(id, number, clock.instant(), entry);
        return deviations.find(study, id);
    }
}
