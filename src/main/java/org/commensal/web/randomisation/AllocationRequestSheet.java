package org.commensal.web.randomisation;

import java.util.List;
import org.commensal.randomisation.Gate;
import org.commensal.web.Done;
import org.commensal.web.Pair;
import org.commensal.web.unblinding.UnblindingForm;

/**
 * One request for an allocation outside the streams.
 *
 * @param base the address of all of them
 * @param unmet what should have been true and was not
 * @param done what was done about it, the first first
 * @param outcomes what may be decided; none where it was decided, or by somebody else
 */
public record AllocationRequestSheet(
        AllocationRequestLine line,
        String base,
        List<Pair> facts,
        List<Gate> unmet,
        List<Done> done,
        List<UnblindingForm.Option> outcomes) {}
