package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** The sealed envelopes of the sites that somebody may see, and what became of each; never what one holds. */
@ApplicationScoped
public class EnvelopeRegister {

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    EnvelopeLedger ledger;

    public List<IssuedEnvelope> list(Actor actor, String id) {
        Set<String> sites = permission.sites(actor, Right.SEE_ALLOCATION_REQUESTS, id);
        if (sites.isEmpty()) {
            permission.requireSomewhere(actor, Right.SEE_ALLOCATION_REQUESTS, id);
        }
        return ledger.of(studies.scheme(id)).stream()
                .filter(each -> sites.contains(Grant.EVERYWHERE)
                        || sites.contains(each.envelope().site()))
                .toList();
    }

    /** Whether a study can have envelopes: those who would open them see arms anyway, and no kit goes with an arm. */
    public static boolean offered(Study study) {
        return IssueEnvelopes.whyNot(study).isEmpty();
    }
}
