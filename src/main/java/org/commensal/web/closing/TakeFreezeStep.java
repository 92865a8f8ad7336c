package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.function.Supplier;
import org.commensal.access.AskAgain;
import org.commensal.freezing.ChangeFreezing;
import org.commensal.freezing.FreezeStep;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.verification.LockData;

/** Takes the step that somebody chose with the scopes that they chose. */
@ApplicationScoped
public class TakeFreezeStep {

    @Inject
    ChangeFreezing freezing;

    @Inject
    LockData lock;

    /** @param proof asked for only where the step takes one */
    void take(
            Actor actor,
            String study,
            FreezeStep step,
            Collection<Scope> scopes,
            String reason,
            Supplier<AskAgain.Proof> proof) {
        switch (step) {
            case FREEZE -> freezing.freeze(actor, study, scopes, reason);
            case THAW -> freezing.thaw(actor, study, scopes, reason);
            case LOCK -> lock.lock(actor, study, scopes, reason);
            case UNLOCK -> freezing.unlock(actor, study, scopes, reason, proof.get());
        }
    }
}
