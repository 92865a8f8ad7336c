package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Texts;

/** What the page of a participant shows of adverse events, medicines and intercurrent events. */
@ApplicationScoped
public class SafetyReading {

    @Inject
    AdverseEventRegister events;

    @Inject
    MedicationRegister medication;

    @Inject
    StudyRegister studies;

    @Inject
    Clock clock;

    public List<AdverseEventLine> adverseEvents(Actor actor, String study, ParticipantCode code, Texts texts) {
        AdverseEventWords words = new AdverseEventWords(texts, clock.instant());
        return events.list(actor, study, code).stream()
                .map(event -> AdverseEventLine.of(event, words))
                .toList();
    }

    public List<MedicineLine> medicines(Actor actor, String study, ParticipantCode code, Texts texts) {
        return medication.of(actor, study, code).stream()
                .map(medicine -> MedicineLine.of(medicine, texts))
                .toList();
    }

    public List<HappenedLine> intercurrent(Actor actor, String study, ParticipantCode code, Texts texts) {
        Study inForce = studies.inForce(study).study();
        return medication.happened(actor, study, code).stream()
                .map(happened -> HappenedLine.of(happened, inForce, texts))
                .toList();
    }
}
