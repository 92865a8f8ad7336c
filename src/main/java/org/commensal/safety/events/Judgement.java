package org.commensal.safety.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What an investigator judged of an adverse event. A later one stands beside it and counts.
 *
 * @param response the answers that it was judged by
 * @param expected whether the protocol names it as a harm to be expected
 * @param by the name of who judged
 */
public record Judgement(
        UUID id, UUID response, Causality causality, boolean expected, String note, String by, Instant at) {

    /** Whether it says the same of the same answers. */
    boolean isOf(UUID answers, Causality cause, boolean foreseen, String said) {
        return response.equals(answers) && causality == cause && expected == foreseen && note.equals(said);
    }
}
