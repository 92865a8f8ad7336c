package org.commensal.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/** The alerts that were raised, for those who may see the answers that set them off. */
@ApplicationScoped
public class AlertRegister {

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    AlertLedger ledger;

    /** The alerts at the sites whose answers the actor may see, in the order in which they are due. */
    public List<RaisedAlert> list(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_RESPONSES, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_RESPONSES, study);
        }
        return ledger.of(study).stream()
                .filter(alert -> sites.contains(Grant.EVERYWHERE) || sites.contains(alert.site()))
                .toList();
    }

    /** The alerts of one participant, in the order in which they are due. */
    public List<RaisedAlert> list(Actor actor, String study, ParticipantCode code) {
        Participant participant = participants.find(study, code);
        permission.require(actor, Right.SEE_RESPONSES, study, participant.site(), code.value());
        return ledger.of(study, code);
    }

    public RaisedAlert get(Actor actor, String study, ParticipantCode code, UUID alert) {
        return find(list(actor, study, code), alert)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    /** What the participant is shown at once after sending this response, such as whom to call. */
    public List<Text> help(Actor actor, String study, ParticipantCode code, UUID response) {
        List<RaisedAlert> alerts = ledger.of(study, code, response);
        alerts.forEach(alert -> permission.require(actor, Right.SEE_TASKS, study, alert.site(), code.value()));
        return alerts.stream()
                .flatMap(alert -> alert.rule().help().stream())
                .distinct()
                .toList();
    }

    static Optional<RaisedAlert> find(List<RaisedAlert> alerts, UUID id) {
        return alerts.stream().filter(alert -> alert.id().equals(id)).findFirst();
    }
}
