package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Assessment;
import org.commensal.eligibility.Facts;
import org.commensal.enrolment.Participant;
import org.commensal.kits.AssignKit;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.questionnaires.ResponseLedger;
import org.commensal.studies.PublishedStudy;

/** Looks at every gate before an allocation, for use cases that have checked their own right. */
@ApplicationScoped
class AssessReadiness {

    @Inject
    ResponseLedger responses;

    @Inject
    AssignKit kits;

    Ready of(PublishedStudy published, Participant participant) {
        Study study = published.study();
        List<Response> current = responses.current(published, participant.code());
        Facts facts = new Facts(study, participant, current);
        Assessment assessment = AssessEligibility.judge(study, facts);
        return new Ready(
                study,
                participant,
                facts,
                assessment,
                Gates.of(
                        study,
                        participant,
                        current,
                        assessment,
                        Levels.unknown(study, facts),
                        kits.inStock(study, participant.site())));
    }
}
