package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** What every request for an allocation outside the streams must be, and what stands in its way. */
@ApplicationScoped
class CheckRequest {

    private static final int LONGEST = 2000;
    private static final Text INVALID = new Text(
            "The request cannot be accepted, so nothing was asked.",
            "Het verzoek klopt niet. Er is niets aangevraagd.");
    private static final Text REASON =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text KEY = new Text(
            "Send an Idempotency-Key of 8 to 200 characters, a new one for each request.",
            "Stuur een Idempotency-Key van 8 tot en met 200 tekens, een nieuwe voor elk verzoek.");
    private static final Text USED = new Text(
            "This idempotency key was used for another request. Send a new key.",
            "Deze idempotency key is al gebruikt voor een ander verzoek. Stuur een nieuwe.");
    private static final Text WAITS = new Text(
            "%s asked for an allocation of %s before, and it is not decided yet.",
            "%s vroeg al om een toewijzing van %s. Daar is nog niet over beslist.");

    @Inject
    AllocationLedger allocations;

    @Inject
    AllocationRequestLedger ledger;

    /** @param other what else cannot be accepted */
    void refuseFaults(String reason, String key, Optional<Violation> other) {
        if (key.length() < 8 || key.length() > 200) {
            throw new Refusal(Reason.INVALID, KEY, List.of(new Violation("/Idempotency-Key", KEY)));
        }
        List<Violation> faults = new ArrayList<>(other.stream().toList());
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            faults.add(new Violation("/reason", REASON));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    /** The same request, where it came before with this key. */
    Optional<AllocationRequest> before(AllocationRequest asked, String key) {
        Optional<AllocationRequest> before = ledger.find(asked.study(), key);
        if (before.isPresent() && !before.get().asks(asked)) {
            throw new Refusal(Reason.CONFLICT, USED);
        }
        return before;
    }

    /** A participant is allocated once, and asked for by one person at a time. */
    void refuseASecond(String study, ParticipantCode code) {
        if (allocations.find(study, code, "").isPresent()) {
            throw new Refusal(Reason.CONFLICT, RandomiseParticipant.ALREADY.with(code));
        }
        ledger.of(study).stream()
                .filter(request -> request.decided().isEmpty())
                .filter(request -> request.participant().equals(code))
                .findFirst()
                .ifPresent(open -> {
                    throw new Refusal(Reason.CONFLICT, WAITS.with(open.by().name(), code));
                });
    }
}
