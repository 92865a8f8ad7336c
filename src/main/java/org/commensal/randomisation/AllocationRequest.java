package org.commensal.randomisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Text;
import org.commensal.unblinding.Unblinding.Somebody;

/**
 * An allocation that no stream makes, as somebody asked for it and somebody else decided; it names no arm.
 *
 * @param version of the study whose scheme it belongs to
 * @param way {@link Way#FORCED} or {@link Way#ENVELOPE}
 * @param site of the participant
 * @param whom empty for those who do not see the participants of the site
 * @param opened of an envelope only
 * @param unmet what should have been true before an allocation and was not, as it was shown to both people
 */
public record AllocationRequest(
        UUID id,
        String study,
        String version,
        Way way,
        String site,
        Optional<Whom> whom,
        Optional<Opened> opened,
        String reason,
        List<Gate> unmet,
        Somebody by,
        Instant at,
        Optional<Decision> decided) {

    /** @param follows the participant whose arm is given; of a forced allocation only */
    public record Whom(ParticipantCode participant, Optional<ParticipantCode> follows) {}

    /** @param at when the envelope was opened, which is when the participant was allocated */
    public record Opened(int envelope, Instant at) {}

    public record Decision(boolean approved, String note, Somebody by, Instant at) {}

    /** Where it stands. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED
    }

    static final String REQUESTED = "allocation.requested";

    private static final Text THE_SITE_KNOWS =
            new Text("Not so; the site can say why", "Niet zo; het centrum weet waarom");

    public AllocationRequest {
        unmet = List.copyOf(unmet);
    }

    public State state() {
        return decided.map(made -> made.approved() ? State.APPROVED : State.REFUSED)
                .orElse(State.REQUESTED);
    }

    ParticipantCode participant() {
        return whom.orElseThrow().participant();
    }

    /** What the audit trail has of it; who follows whom and why is not there. */
    Map<String, String> changes() {
        return Map.of("request", id.toString(), "way", way.code());
    }

    /** Whether another asks for the same, whoever asked and when. */
    boolean asks(AllocationRequest other) {
        return by.id().equals(other.by.id())
                && way == other.way
                && whom.equals(other.whom)
                && opened.equals(other.opened)
                && reason.equals(other.reason);
    }

    /** This, without the participants and what only those know who see them. */
    AllocationRequest withoutCodes() {
        List<Gate> labels = unmet.stream()
                .map(gate -> new Gate(gate.label(), gate.met(), THE_SITE_KNOWS))
                .toList();
        return new AllocationRequest(
                id, study, version, way, site, Optional.empty(), opened, reason, labels, by, at, decided);
    }
}
