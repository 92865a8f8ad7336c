package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.Facts;
import org.commensal.enrolment.Participant;
import org.commensal.kits.AssignKit;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks;

/** Looks at every gate before an allocation, for use cases that have checked their own right. */
@ApplicationScoped
class AssessReadiness {

    @Inject
    Tasks tasks;

    @Inject
    AssessEligibility eligibility;

    @Inject
    AssignKit kits;

    Ready of(Study study, Participant participant) {
        Facts facts = eligibility.facts(study, participant);
        Assessment assessment = AssessEligibility.judge(study, facts);
        return new Ready(
                study,
                participant,
                facts,
                assessment,
                Gates.of(
                        study,
                        participant,
                        tasks.of(study, participant),
                        assessment,
                        Levels.unknown(study, facts),
                        kits.inStock(study, participant.site())));
    }
}
