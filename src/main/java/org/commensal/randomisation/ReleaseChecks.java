package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/** Why datasets were withheld, for those who are not blinded. */
@ApplicationScoped
public class ReleaseChecks {

    private static final Text UNKNOWN = new Text(
            "There is no such blinding check in this study. Look at the list of checks.",
            "Deze studie heeft die blinderingscontrole niet. Kijk in de lijst met controles.");

    @Inject
    Permission permission;

    @Inject
    ReleaseCheckLedger ledger;

    /** @throws Refusal {@code NOT_FOUND} where the study has no such attempt */
    public ReleaseCheck get(Actor actor, String study, UUID id) {
        permission.require(actor, Right.SEE_RELEASE_CHECKS, study);
        return ledger.find(study, id).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, UNKNOWN));
    }

    /** The attempts of a study, newest first. */
    public List<ReleaseCheck> list(Actor actor, String study) {
        permission.require(actor, Right.SEE_RELEASE_CHECKS, study);
        return ledger.all(study);
    }
}
