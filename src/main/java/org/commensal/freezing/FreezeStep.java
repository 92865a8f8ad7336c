package org.commensal.freezing;

import java.util.Locale;

/** What is done to a scope: one step up to being locked, or one back. */
public enum FreezeStep {
    FREEZE(FreezeState.OPEN, FreezeState.FROZEN, "frozen"),
    THAW(FreezeState.FROZEN, FreezeState.OPEN, "thawed"),
    LOCK(FreezeState.FROZEN, FreezeState.LOCKED, "locked"),
    UNLOCK(FreezeState.LOCKED, FreezeState.FROZEN, "unlocked");

    private final FreezeState from;
    private final FreezeState to;
    private final String done;

    FreezeStep(FreezeState from, FreezeState to, String done) {
        this.from = from;
        this.to = to;
        this.done = done;
    }

    FreezeState from() {
        return from;
    }

    public FreezeState to() {
        return to;
    }

    /** As the audit trail writes it, in the past tense. */
    public String done() {
        return done;
    }

    /** As forms and addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes data easier to change, so that somebody must say why. */
    public boolean loosens() {
        return to.compareTo(from) < 0;
    }
}
