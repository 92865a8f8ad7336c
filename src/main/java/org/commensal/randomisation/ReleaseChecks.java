package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;

/** Why datasets were withheld, for those who are not blinded. */
@ApplicationScoped
public class ReleaseChecks {

    @Inject
    Permission permission;

    @Inject
    ReleaseCheckLedger ledger;

    /** The attempts of a study, newest first. */
    public List<ReleaseCheck> list(Actor actor, String study) {
        permission.require(actor, Right.SEE_RELEASE_CHECKS, study);
        return ledger.all(study);
    }
}
