package org.commensal.freezing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.commensal.access.AskAgain;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.audit.AuditTrail;
import org.commensal.kernel.ActingAs;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.studies.StudyRegister;

/**
 * Freezes scopes of the data, thaws, locks or unlocks them: all of them or none.
 *
 * <p>Waits for every submission that is on its way, so that what comes in was either taken before or finds the data frozen.
 * A scope that is already so stays as it is, without another entry. Whether data may be locked is
 * for a later room to say; to thaw takes a reason, and to unlock a reason and the password.
 */
@ApplicationScoped
public class ChangeFreezing {

    private static final int LONGEST_REASON = 2000;
    private static final Text WHY =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text TOO_LONG = new Text("Write at most 2000 characters.", "Schrijf hoogstens 2000 tekens.");
    private static final Text NOTHING = new Text("Choose what it is about.", "Kies waar het om gaat.");
    private static final Text UNLOCK_FIRST = new Text(
            "%s: the data are locked. Unlock them first.", "%s: de gegevens zijn vergrendeld. Ontgrendel ze eerst.");
    private static final Text FREEZE_FIRST = new Text(
            "%s: the data are not frozen. Freeze them first.", "%s: de gegevens zijn niet bevroren. Bevries ze eerst.");
    private static final Map<FreezeState, Text> WIDER = Map.of(
            FreezeState.FROZEN,
                    new Text(
                            "%s: the data are frozen as a part of %s. Thaw that.",
                            "%s: de gegevens zijn bevroren als deel van %s. Ontdooi dat."),
            FreezeState.LOCKED,
                    new Text(
                            "%s: the data are locked as a part of %s. Unlock that.",
                            "%s: de gegevens zijn vergrendeld als deel van %s. Ontgrendel dat."));
    private static final Text STUDY_IS_LOCKED_BY_ITS_STATE = new Text(
            "The data of a whole study are locked for good by the state of the study. Here they are frozen.",
            "De gegevens van een hele studie worden definitief vergrendeld met de status van de studie. Hier worden ze bevroren.");

    @Inject
    Permission permission;

    @Inject
    AuditTrail audit;

    @Inject
    StudyRegister studies;

    @Inject
    FreezingLedger ledger;

    @Inject
    Clock clock;

    @Transactional
    public void freeze(Actor actor, String study, Collection<Scope> scopes, String reason) {
        change(actor, study, scopes, FreezeStep.FREEZE, reason);
    }

    @Transactional
    public void thaw(Actor actor, String study, Collection<Scope> scopes, String reason) {
        change(actor, study, scopes, FreezeStep.THAW, reason);
    }

    /** @param gate refuses a scope that is not ready to be locked, while nobody can change its data */
    @Transactional
    public void lock(Actor actor, String study, Collection<Scope> scopes, String reason, Consumer<Scope> gate) {
        change(actor, study, scopes, FreezeStep.LOCK, reason, gate);
    }

    /** @param proof that the actor gave the password again in this request */
    @Transactional
    public void unlock(Actor actor, String study, Collection<Scope> scopes, String reason, AskAgain.Proof proof) {
        proof.of(actor);
        change(actor, study, scopes, FreezeStep.UNLOCK, reason);
    }

    private void change(Actor actor, String study, Collection<Scope> scopes, FreezeStep step, String typed) {
        change(actor, study, scopes, step, typed, scope -> {});
    }

    private void change(
            Actor actor, String study, Collection<Scope> scopes, FreezeStep step, String typed, Consumer<Scope> gate) {
        Map<Scope, ActingAs> asked = new LinkedHashMap<>();
        scopes.forEach(scope -> asked.put(
                scope, permission.require(actor, Right.FREEZE_DATA, study, scope.site(), scope.participant())));
        String reason = reason(step, typed);
        if (asked.isEmpty()) {
            throw new Refusal(Reason.INVALID, NOTHING, List.of(new Violation("/scopes", NOTHING)));
        }
        studies.inForce(study).collecting();
        ledger.hold(study, asked.keySet());
        Freezings known = ledger.of(study);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        asked.forEach((scope, as) -> {
            if (isNeeded(known, study, scope, step)) {
                gate.accept(scope);
                append(as, study, scope, known.history(scope).size() + 1, step, reason, now);
            }
        });
    }

    private static String reason(FreezeStep step, String typed) {
        String reason = typed.strip();
        boolean missing = step.loosens() && reason.isEmpty();
        if (missing || reason.length() > LONGEST_REASON) {
            Text why = missing ? WHY : TOO_LONG;
            throw new Refusal(Reason.INVALID, why, List.of(new Violation("/reason", why)));
        }
        return reason;
    }

    /** Whether the step changes this scope; refuses one that would leave the data other than whoever takes it expects. */
    static boolean isNeeded(Freezings known, String study, Scope scope, FreezeStep step) {
        String name = scope.subject().orElse(study);
        FreezeState own = known.own(scope);
        FreezeState now = known.state(scope);
        if (step == FreezeStep.LOCK && scope.kind() == Scope.Kind.STUDY) {
            throw new Refusal(Reason.CONFLICT, STUDY_IS_LOCKED_BY_ITS_STATE);
        }
        if (step == FreezeStep.LOCK && now.isOpen()) {
            throw new Refusal(Reason.NOT_YET, FREEZE_FIRST.with(name));
        }
        if (step == FreezeStep.THAW && own == FreezeState.LOCKED) {
            throw new Refusal(Reason.CONFLICT, UNLOCK_FIRST.with(name));
        }
        if (step.loosens() && own != step.from() && now.compareTo(step.to()) > 0) {
            Scope wider = known.cause(scope).orElseThrow().scope();
            throw new Refusal(
                    Reason.CONFLICT,
                    Objects.requireNonNull(WIDER.get(now))
                            .with(name, wider.subject().orElse(study)));
        }
        return step.loosens() ? own == step.from() : own.compareTo(step.to()) < 0;
    }

    private void append(
            ActingAs as, String study, Scope scope, int number, FreezeStep step, String reason, Instant now) {
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put("scope", scope.kind().name().toLowerCase(Locale.ROOT));
        if (!scope.event().equals(Scope.ALL)) {
            changes.put("event", scope.event());
        }
        if (!scope.task().equals(Scope.ALL)) {
            changes.put("task", scope.task());
        }
        UUID entry = audit.record(as, "data." + step.done(), scope.subject().orElse(study), reason, changes);
        ledger.append(new FreezingRow(study, scope, number, step, reason, now, entry));
    }
}
