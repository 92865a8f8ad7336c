package org.commensal.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.access.Sessions;
import org.commensal.audit.AuditTrail;
import org.commensal.audit.Locks;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.studies.PublishedStudy.State;

/**
 * Moves an activated study on in its life: puts recruitment on hold, resumes it, closes it, or locks the data.
 *
 * <p>Closing and locking cannot be undone. Locking signs participants out. What was done before stays as it is.
 */
@ApplicationScoped
public class ChangeStudyState {

    private static final int LONGEST_REASON = 2000;
    private static final Text WHY =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text NOT_NEXT = new Text(
            "Study \"%s\" is now in the state \"%s\", which \"%s\" cannot follow. What can: %s.",
            "Studie \"%s\" heeft nu de status \"%s\" en kan niet \"%s\" worden. Wat wel kan: %s.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    Locks locks;

    @Inject
    StudyRegister studies;

    @Inject
    StudyLedger ledger;

    @Inject
    Sessions sessions;

    /** Enters this state; a study that is in it already stays as it is. */
    @Transactional
    public PublishedStudy change(Actor actor, String id, State to, String reason) {
        ActingAs as = permission.require(actor, Right.CHANGE_STUDY_STATE, id);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refusal(Reason.INVALID, WHY, List.of(new Violation("/reason", WHY)));
        }
        locks.hold("study/" + id);
        PublishedStudy now = studies.inForce(id);
        now.opened();
        if (now.state() == to) {
            return now;
        }
        if (!now.state().next().contains(to)) {
            throw new Refusal(Reason.CONFLICT, NOT_NEXT.with(id, word(now.state()), word(to), words(now.state())));
        }
        UUID entry = audit.record(as, "study." + word(to), id, why, Map.of("from", word(now.state()), "to", word(to)));
        ledger.enter(to, id, why, entry);
        if (!to.collects()) {
            sessions.endOfParticipants(id);
        }
        return studies.inForce(id);
    }

    private static String words(State state) {
        String next = state.next().stream().map(ChangeStudyState::word).collect(Collectors.joining(", "));
        return next.isEmpty() ? "–" : next;
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
