package org.commensal.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.protocol.Conduct.Alert;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.questionnaires.ResponseTaken;

/**
 * Raises every alert and stopping rule that a response sets off, in the transaction of the response: it is kept with its
 * alerts or not at all, and sent again it raises nothing more.
 *
 * <p>The audit trail names the alert and never the rule, which would tell the answer.
 */
@ApplicationScoped
class RaiseAlerts {

    @Inject
    ResponseLedger responses;

    @Inject
    AlertLedger alerts;

    @Inject
    AuditTrail audit;

    void on(@Observes ResponseTaken taken) {
        if (Watch.about(taken.study(), taken.task().form()).isEmpty()) {
            return;
        }
        List<Response> current =
                responses.current(taken.published(), taken.participant().code());
        current.stream()
                .filter(response -> response.id().equals(taken.response()))
                .flatMap(response -> new Watch(taken.study(), taken.participant())
                        .setOff(current, response, corrected(taken)).stream())
                .forEach(rule -> raise(rule, taken));
    }

    /** The revision before this one, where it is a correction. */
    private Optional<Response> corrected(ResponseTaken taken) {
        return taken.revision() == 1
                ? Optional.empty()
                : responses
                        .history(
                                taken.study().id(),
                                taken.participant().code(),
                                taken.task().key())
                        .stream()
                        .filter(response -> response.revision() == taken.revision() - 1)
                        .findFirst();
    }

    private void raise(Alert rule, ResponseTaken taken) {
        UUID id = UUID.randomUUID();
        String code = taken.participant().code().value();
        UUID entry = audit.record(
                taken.as(),
                "alert.raised",
                code,
                "",
                Map.of("alert", id.toString(), "response", taken.response().toString()));
        alerts.append(new AlertRow(id, taken, rule.id(), entry)
                .due(taken.received(), taken.received().plus(Duration.ofHours(rule.withinHours()))));
    }
}
