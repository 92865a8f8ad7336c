package org.commensal.web.unblinding;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Pair;

/**
 * The code of one participant: what breaking it does, and, once it is broken and in that answer only, the arm.
 *
 * @param base the address of the participant's page
 * @param known whether this person was unblinded for the participant before
 * @param events of the participant that were reported, to one of which the code break may belong
 * @param shown the arm with its description, after the code was broken
 * @param reviewUntil when somebody else must have reviewed it
 */
public record CodeBreakSheet(
        String code,
        String base,
        boolean known,
        List<UnblindingForm.Option> categories,
        List<UnblindingForm.Option> events,
        Optional<Pair> shown,
        String reviewUntil) {}
