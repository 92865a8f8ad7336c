package org.commensal.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.unblinding.Unblinding.State;
import org.commensal.unblinding.Unblinding.Whom;

/** What was unblinded or is asked to be, by whom, for whom and why: what may be known of it by those who stay blinded. */
@ApplicationScoped
public class UnblindingRegister {

    @Inject
    Permission permission;

    @Inject
    UnblindingLedger ledger;

    @Inject
    Clock clock;

    /** The unblindings at the sites that the actor may see, the newest first. */
    public List<Unblinding> list(Actor actor, String study) {
        Predicate<String> seen = sites(actor, Right.SEE_UNBLINDINGS, study);
        return ledger.of(study).stream()
                .map(unblinding -> unblinding.at(seen))
                .filter(unblinding -> !unblinding.participants().isEmpty())
                .toList();
    }

    public Unblinding get(Actor actor, String study, UUID id) {
        return list(actor, study).stream()
                .filter(unblinding -> unblinding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    /** What waits for a decision of the actor, the oldest last; none for somebody who decides nothing. */
    public List<Unblinding> waiting(Actor actor, String study) {
        boolean decides = permission.allows(actor, Right.REVIEW_CODE_BREAK, study, Grant.EVERYWHERE)
                || permission.allows(actor, Right.APPROVE_UNBLINDING, study, Grant.EVERYWHERE);
        return !decides
                ? List.of()
                : ledger.of(study).stream()
                        .filter(unblinding -> decides(actor, unblinding))
                        .toList();
    }

    /** Whether the decision on this waits for somebody and the actor may make it. */
    public boolean decides(Actor actor, Unblinding unblinding) {
        return unblinding.decided().isEmpty()
                && !unblinding.by().id().equals(actor.id())
                && !unblinding.isShownTo(actor.id())
                && permission.allows(actor, toDecide(unblinding), unblinding.study(), Grant.EVERYWHERE);
    }

    /** What a decision on this takes. */
    public Right toDecide(Unblinding unblinding) {
        return unblinding.kind() == Unblinding.Kind.EMERGENCY ? Right.REVIEW_CODE_BREAK : Right.APPROVE_UNBLINDING;
    }

    public State state(Unblinding unblinding) {
        return unblinding.state(clock.instant());
    }

    /** By which unblinding somebody may be told the arm of a participant, if by any. Once it is so it stays so. */
    public Optional<UUID> opened(Actor actor, String study, ParticipantCode code) {
        return ledger.opened(study, code, actor.id());
    }

    /** The codes of those whose arm somebody blinded may know, at the sites whose participants the actor may see. */
    public Set<ParticipantCode> unblinded(Actor actor, String study) {
        Predicate<String> seen = sites(actor, Right.SEE_PARTICIPANTS, study);
        return ledger.unblinded(study).stream()
                .filter(whom -> seen.test(whom.site()))
                .map(Whom::code)
                .collect(Collectors.toSet());
    }

    private Predicate<String> sites(Actor actor, Right right, String study) {
        Set<String> sites = permission.sites(actor, right, study);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, right, study);
        }
        return site -> sites.contains(Grant.EVERYWHERE) || sites.contains(site);
    }
}
