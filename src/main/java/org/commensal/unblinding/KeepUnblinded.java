package org.commensal.unblinding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.commensal.access.RoleGiven;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/** Sees to it that somebody who was unblinded in a study is given no role there that must stay blinded. */
@ApplicationScoped
class KeepUnblinded {

    private static final Text KNOWS = new Text(
            "This person was unblinded in this study, and a %s must not learn an arm. Give the role to another.",
            "Deze persoon is in deze studie gedeblindeerd. Een %s mag geen behandelgroep weten. Geef de rol aan iemand"
                    + " anders.");

    @Inject
    UnblindingLedger ledger;

    void on(@Observes RoleGiven given) {
        if (given.role().staysBlinded() && ledger.knows(given.grant().study(), given.person())) {
            throw new Refusal(Reason.CONFLICT, KNOWS.with(given.role().code()));
        }
    }
}
