package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.Envelope.State;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** Records that a sealed envelope will never be used, such as one that is damaged, lost or opened by mistake. */
@ApplicationScoped
public class SpoilEnvelope {

    private static final int LONGEST = 2000;
    private static final Text INVALID = new Text("Nothing was recorded.", "Er is niets vastgelegd.");
    private static final Text REASON =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    static final Text UNKNOWN = new Text(
            "This site has no envelope %s. The number is on the envelope.",
            "Dit centrum heeft geen envelop %s. Het nummer staat op de envelop.");
    static final Text USED =
            new Text("Envelope %s was used for a participant.", "Envelop %s is gebruikt voor een deelnemer.");
    static final Text SPOILED = new Text(
            "Envelope %s was recorded as one that is not used: %s",
            "Van envelop %s is vastgelegd dat die niet wordt gebruikt: %s");
    static final Text ASKED = new Text(
            "Envelope %s was entered for a participant, and that is not decided yet.",
            "Envelop %s is ingevoerd voor een deelnemer. Daar is nog niet over beslist.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    EnvelopeLedger ledger;

    @Inject
    AllocationRequestLedger requests;

    @Inject
    Clock clock;

    /** @param proof that the actor gave the password again in this request */
    @Transactional
    public IssuedEnvelope spoil(Actor actor, String id, String site, int number, String reason, AskAgain.Proof proof) {
        ActingAs as = permission.require(actor, Right.SPOIL_ENVELOPE, id, site);
        proof.of(actor);
        Study scheme = studies.scheme(id);
        ledger.hold(scheme, site);
        IssuedEnvelope envelope = find(scheme, site, number, reason);
        String why = reason.strip();
        if (envelope.envelope().state() == State.SPOILED && envelope.reason().equals(why)) {
            return envelope;
        }
        refuseUnlessSealed(envelope, requests.of(id));
        studies.inForce(id).collecting();
        UUID entry = audit.record(
                as, "envelope.spoiled", site, "", Map.of("scheme", scheme.version(), "number", String.valueOf(number)));
        ledger.spoil(scheme, site, number, why, actor.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS), entry);
        return find(scheme, site, number, reason);
    }

    private IssuedEnvelope find(Study scheme, String site, int number, String reason) {
        List<IssuedEnvelope> found =
                ledger.of(scheme).stream().filter(each -> each.is(site, number)).toList();
        List<Violation> faults = new ArrayList<>();
        if (found.isEmpty()) {
            faults.add(new Violation("/number", UNKNOWN.with(number)));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST) {
            faults.add(new Violation("/reason", REASON));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
        return found.get(0);
    }

    /** Refuses an envelope that was used or spoiled, or that was entered for a participant and not decided on. */
    static void refuseUnlessSealed(IssuedEnvelope issued, List<AllocationRequest> requests) {
        int number = issued.envelope().number();
        switch (issued.envelope().state()) {
            case USED -> throw new Refusal(Reason.CONFLICT, USED.with(number));
            case SPOILED -> throw new Refusal(Reason.CONFLICT, SPOILED.with(number, issued.reason()));
            case UNUSED -> {
                if (requests.stream().anyMatch(request -> waitsFor(request, issued))) {
                    throw new Refusal(Reason.CONFLICT, ASKED.with(number));
                }
            }
        }
    }

    static boolean waitsFor(AllocationRequest request, IssuedEnvelope issued) {
        return request.decided().isEmpty()
                && request.opened()
                        .filter(opened -> issued.is(request.site(), opened.envelope()))
                        .isPresent();
    }
}
