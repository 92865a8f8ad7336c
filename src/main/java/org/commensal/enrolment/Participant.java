package org.commensal.enrolment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Anchor;

/**
 * A participant as everybody but the vault knows them.
 *
 * @param site code of the site that screened them
 * @param milestones the day on which each stage was reached, in the time zone of the study
 * @param withdrawn the day on which they stopped with each part that they stopped with
 */
public record Participant(
        ParticipantCode code,
        String site,
        Map<Stage, LocalDate> milestones,
        Map<Withdrawal.Part, LocalDate> withdrawn) {

    /** One who stopped with nothing. */
    public Participant(ParticipantCode code, String site, Map<Stage, LocalDate> milestones) {
        this(code, site, milestones, Map.of());
    }

    public Stage stage() {
        return milestones.keySet().stream().max(Stage::compareTo).orElse(Stage.SCREENED);
    }

    public boolean reached(Stage stage) {
        return milestones.containsKey(stage);
    }

    /** Whether they stopped with this on that day or before. */
    public boolean stopped(Withdrawal.Part part, LocalDate day) {
        LocalDate stopped = withdrawn.get(part);
        return stopped != null && !stopped.isAfter(day);
    }

    /** The days from which the schedule counts, as far as they are known. */
    public Map<Anchor, LocalDate> anchors() {
        Map<Anchor, LocalDate> anchors = new EnumMap<>(Anchor.class);
        milestones.forEach((stage, day) -> stage.anchor().ifPresent(anchor -> anchors.put(anchor, day)));
        return anchors;
    }
}
