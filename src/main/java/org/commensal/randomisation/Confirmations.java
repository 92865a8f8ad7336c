package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;

/** That a participant was randomised, for the study file of the site: when, by whom and on what; never to what. */
@ApplicationScoped
public class Confirmations {

    private static final Text NOT_RANDOMISED =
            new Text("%s has not been randomised.", "%s is nog niet gerandomiseerd.");

    /**
     * One allocation, without its arm and without its place in a stream, which would help to predict the next.
     *
     * @param study the version whose scheme allocated
     * @param by the name of who did it
     * @param way how the participant came to the arm
     * @param levels every factor with the level that the allocation used
     * @param commitment what bound the seed before anybody was randomised
     * @param entry of the audit trail, by which an auditor finds it
     */
    public record Confirmation(
            Study study,
            Participant participant,
            Instant at,
            String by,
            Way way,
            Map<String, String> levels,
            String commitment,
            UUID entry) {}

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    SeedLedger seeds;

    @Inject
    AllocationLedger ledger;

    /** For those who may see the participant. */
    public Confirmation of(Actor actor, String id, ParticipantCode code) {
        Participant participant = participants.find(actor, id, code);
        AllocationRow row =
                ledger.find(id, code, "").orElseThrow(() -> new Refusal(Reason.NOT_YET, NOT_RANDOMISED.with(code)));
        Study study = studies.version(id, row.version()).study();
        return new Confirmation(
                study,
                participant,
                row.randomisedAt(),
                ledger.by(row),
                row.way(),
                new TreeMap<>(row.allocation().levels()),
                seeds.bound(study).orElseThrow().commitment(),
                row.audit());
    }
}
