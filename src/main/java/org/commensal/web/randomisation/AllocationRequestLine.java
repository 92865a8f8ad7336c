package org.commensal.web.randomisation;

import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequest.State;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/**
 * A request for an allocation outside the streams, as lists show it.
 *
 * @param whom the participant, or the site for those who see no participants
 * @param about how the participant would be allocated, and who asked
 * @param site by its name
 */
public record AllocationRequestLine(
        String href, String tag, Tone tone, String whom, String about, String due, String site) {

    public static AllocationRequestLine of(AllocationRequest request, Study study, Texts texts) {
        return new AllocationRequestLine(
                "/studies/" + study.id() + "/allocation-requests/" + request.id(),
                texts.get("allocation-request.state." + Words.code(request.state())),
                tone(request.state()),
                request.whom()
                        .map(AllocationRequest.Whom::participant)
                        .map(ParticipantCode::value)
                        .orElseGet(() -> study.site(request.site()).name()),
                way(request.way(), texts) + "\u00a0· " + request.by().name(),
                texts.shortMoment(request.at(), study.zone()),
                study.site(request.site()).name());
    }

    static String way(Way way, Texts texts) {
        return texts.get("allocation-way." + way.code());
    }

    private static Tone tone(State state) {
        return switch (state) {
            case REQUESTED -> Tone.AMBER;
            case APPROVED -> Tone.TEAL;
            case REFUSED -> Tone.PLAIN;
        };
    }
}
