package org.commensal.freezing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every step that was taken with the scopes of a study, or with those that one participant lies in. A scope is what its
 * last step made it; data are as the strictest of the scopes around them.
 */
public final class Freezings {

    private final Map<Scope, List<Freezing>> steps = new HashMap<>();

    /** @param steps in the order in which they were taken */
    public Freezings(List<Freezing> steps) {
        steps.forEach(step -> this.steps
                .computeIfAbsent(step.scope(), scope -> new ArrayList<>())
                .add(step));
    }

    public static Freezings none() {
        return new Freezings(List.of());
    }

    /** What the last step of this very scope made it. */
    public FreezeState own(Scope scope) {
        return last(scope).map(Freezing::step).map(FreezeStep::to).orElse(FreezeState.OPEN);
    }

    /** The strictest of the scopes that this one lies in, itself among them. */
    public FreezeState state(Scope scope) {
        return steps.isEmpty()
                ? FreezeState.OPEN
                : scope.around().stream().map(this::own).reduce(FreezeState.OPEN, FreezeState::and);
    }

    /** The last step of the widest of the scopes that make this one as strict as it is; empty where it is open. */
    public Optional<Freezing> cause(Scope scope) {
        FreezeState state = state(scope);
        return scope.around().stream()
                .filter(around -> !state.isOpen() && own(around) == state)
                .findFirst()
                .flatMap(this::last);
    }

    /** The last time at or after this moment that a scope around this one was unlocked. */
    public Optional<Freezing> unlockedSince(Scope scope, Instant moment) {
        return scope.around().stream()
                .flatMap(around -> steps.getOrDefault(around, List.of()).stream())
                .filter(step -> step.step() == FreezeStep.UNLOCK && !step.at().isBefore(moment))
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other);
    }

    /** The steps of this very scope, the first first. */
    public List<Freezing> history(Scope scope) {
        return List.copyOf(steps.getOrDefault(scope, List.of()));
    }

    /** The last step of this very scope. */
    public Optional<Freezing> last(Scope scope) {
        List<Freezing> own = steps.getOrDefault(scope, List.of());
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(own.size() - 1));
    }
}
