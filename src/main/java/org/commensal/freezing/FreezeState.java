package org.commensal.freezing;

/** Whether data may change, the strictest last. */
public enum FreezeState {
    /** Data come in and are corrected. */
    OPEN,
    /** Nothing comes in and nothing is corrected until it is thawed. */
    FROZEN,
    /** The data are final as far as this scope goes, and signed: they are opened again for a reason that all can see. */
    LOCKED;

    public boolean isOpen() {
        return this == OPEN;
    }

    /** The stricter of the two. */
    FreezeState and(FreezeState other) {
        return compareTo(other) < 0 ? other : this;
    }
}
