package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;

/**
 * The allocations outside the streams that were asked for, and what was decided; never an arm. Who follows whom is shown
 * only to those who see the participants of the site.
 */
@ApplicationScoped
public class AllocationRequestRegister {

    /** What a decision takes. */
    static final Map<Way, Right> TO_DECIDE =
            Map.of(Way.FORCED, Right.APPROVE_FORCED_ALLOCATION, Way.ENVELOPE, Right.SIGN_ENVELOPE);

    @Inject
    Permission permission;

    @Inject
    AllocationRequestLedger ledger;

    /** The requests of the sites that the actor may see, the newest first. */
    public List<AllocationRequest> list(Actor actor, String study) {
        Set<String> sites = permission.sites(actor, Right.SEE_ALLOCATION_REQUESTS, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_ALLOCATION_REQUESTS, study);
        }
        return ledger.of(study).stream()
                .filter(request -> sites.contains(Grant.EVERYWHERE) || sites.contains(request.site()))
                .map(request -> shownTo(actor, request))
                .toList();
    }

    public AllocationRequest get(Actor actor, String study, UUID id) {
        return list(actor, study).stream()
                .filter(request -> request.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    /** What waits for a decision of the actor, the oldest last; none for somebody who decides nothing. */
    public List<AllocationRequest> waiting(Actor actor, String study) {
        return permission.allowsSomewhere(actor, Right.SEE_ALLOCATION_REQUESTS, study)
                ? list(actor, study).stream()
                        .filter(request -> decides(actor, request))
                        .toList()
                : List.of();
    }

    /** Whether the decision on this waits for somebody and the actor may make it. */
    public boolean decides(Actor actor, AllocationRequest request) {
        return request.decided().isEmpty()
                && !request.by().id().equals(actor.id())
                && permission.allows(actor, toDecide(request), request.study(), request.site());
    }

    static Right toDecide(AllocationRequest request) {
        return TO_DECIDE.getOrDefault(request.way(), Right.APPROVE_FORCED_ALLOCATION);
    }

    AllocationRequest shownTo(Actor actor, AllocationRequest request) {
        return permission.allows(actor, Right.SEE_PARTICIPANTS, request.study(), request.site())
                ? request
                : request.withoutCodes();
    }
}
