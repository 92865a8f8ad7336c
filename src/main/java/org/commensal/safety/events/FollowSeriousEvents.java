package org.commensal.safety.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.questionnaires.ResponseTaken;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.commensal.safety.events.SeriousEvent.State;
import org.commensal.safety.events.SeriousEvent.Step;

/**
 * Follows up every adverse event that is serious, in the transaction of the response that says so or says so no longer:
 * it is kept with what follows from it or not at all. Days that cannot be are refused here, and the response with them.
 */
@ApplicationScoped
class FollowSeriousEvents {

    private static final Text FAULTY = new Text("Some answers cannot be accepted.", "Sommige antwoorden kloppen niet.");

    @Inject
    ResponseLedger responses;

    @Inject
    AdverseEventLedger ledger;

    @Inject
    AuditTrail audit;

    void on(@Observes ResponseTaken taken) {
        boolean reportsOne = taken.study()
                .conduct()
                .safety()
                .adverseEvents()
                .filter(asked -> asked.event().equals(taken.task().event()))
                .isPresent();
        if (reportsOne) {
            event(taken).ifPresent(event -> follow(event, taken));
        }
    }

    private Optional<AdverseEvent> event(ResponseTaken taken) {
        List<Response> history = responses.history(
                taken.study().id(), taken.participant().code(), taken.task().key());
        return AdverseEvent.of(
                taken.participant(),
                taken.study(),
                history.get(history.size() - 1),
                List.of(),
                ledger.of(taken.study().id(), taken.participant().code())
                        .serious(taken.participant().code(), taken.task().key()));
    }

    private void follow(AdverseEvent event, ResponseTaken taken) {
        List<Violation> faults = event.faults(taken.received());
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, FAULTY, faults);
        }
        Optional<SeriousEvent> known = event.serious();
        if (event.isSerious()) {
            Instant aware = event.aware().orElse(taken.received());
            known.ifPresentOrElse(
                    followed -> goOn(followed, event, aware, taken),
                    () -> step(open(taken), 0, Kind.OPENED, aware, "", taken));
        } else {
            known.filter(followed -> followed.state() != State.NOT_SERIOUS)
                    .ifPresent(followed -> step(
                            followed.id(),
                            followed.steps().size(),
                            Kind.NOT_SERIOUS,
                            taken.received(),
                            event.response().reason(),
                            taken));
        }
    }

    /** A correction after the final report is told to the sponsor again; an open one may be known of since another time. */
    private void goOn(SeriousEvent followed, AdverseEvent event, Instant aware, ResponseTaken taken) {
        String reason = event.response().reason();
        int number = followed.steps().size();
        switch (followed.state()) {
            case NOT_SERIOUS -> step(followed.id(), number, Kind.REOPENED, aware, reason, taken);
            case CLOSED -> step(followed.id(), number, Kind.REOPENED, taken.received(), reason, taken);
            default ->
                event.aware()
                        .filter(at -> !at.equals(followed.aware()))
                        .ifPresent(at -> step(followed.id(), number, Kind.AWARE, at, reason, taken));
        }
    }

    private UUID open(ResponseTaken taken) {
        UUID id = UUID.randomUUID();
        String code = taken.participant().code().value();
        UUID entry = audit.record(taken.as(), "adverse-event.became-serious", code, "", about(id, taken));
        ledger.open(
                taken.study().id(), id, taken.participant().code(), taken.task().key(), entry);
        return id;
    }

    private void step(UUID id, int number, Kind kind, Instant moment, String note, ResponseTaken taken) {
        String action = "serious-event." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        UUID entry = audit.record(taken.as(), action, taken.participant().code().value(), "", about(id, taken));
        ledger.append(id, number, new Step(kind, moment, note, "", taken.received()), entry);
    }

    private static Map<String, String> about(UUID id, ResponseTaken taken) {
        return Map.of(
                "serious-event", id.toString(), "response", taken.response().toString());
    }
}
