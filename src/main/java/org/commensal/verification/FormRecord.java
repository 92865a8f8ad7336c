package org.commensal.verification;

import java.util.UUID;
import org.commensal.freezing.FreezeState;
import org.commensal.freezing.Scope;

/**
 * One form of a participant as it stands, with what was done to make it final; never its answers.
 *
 * @param scope the form, by site, participant, visit and key
 * @param form its id in the study
 * @param response the revision that stands
 * @param digest of its answers, as the audit trail has it: SHA-256 over a salt, the key and the answers
 * @param state whether it may be corrected
 * @param verified whether it was compared with its source
 * @param signed whether an investigator signed it
 */
public record FormRecord(
        Scope scope,
        String form,
        UUID response,
        int revision,
        String digest,
        FreezeState state,
        Standing verified,
        Standing signed) {

    public boolean isVerified() {
        return verified == Standing.STANDS;
    }

    public boolean isSigned() {
        return signed == Standing.STANDS;
    }

    public boolean isFrozen() {
        return !state.isOpen();
    }

    public boolean isLocked() {
        return state == FreezeState.LOCKED;
    }

    /** Whether nothing is left to do but to lock it. */
    public boolean isFinal() {
        return isSigned() && isFrozen();
    }
}
