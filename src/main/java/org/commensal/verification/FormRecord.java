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
 * @param source what of it is to be compared with its source, and what was
 */
public record FormRecord(
        Scope scope,
        String form,
        UUID response,
        int revision,
        String digest,
        FreezeState state,
        Standing verified,
        Standing signed,
        SourceCheck source) {

    public boolean isVerified() {
        return verified == Standing.STANDS;
    }

    /** Whether every question of it was. */
    public boolean isVerifiedWhole() {
        return isVerified() && source.verified().containsAll(source.questions());
    }

    /** Whether the study wants it to be compared with its source, whole or in part. */
    public boolean isToVerify() {
        return source.isRequired();
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
