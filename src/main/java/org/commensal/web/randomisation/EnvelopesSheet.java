package org.commensal.web.randomisation;

import java.util.List;
import java.util.Optional;
import org.commensal.web.ListSheet;
import org.commensal.web.unblinding.UnblindingForm;

/**
 * The sealed envelopes of the sites that somebody may see.
 *
 * @param base the address of this page
 * @param list what stands around the envelopes one by one
 * @param lines those that are asked for
 * @param issues the sites for which this person issues and prints
 * @param spoils the sites of which this person records that an envelope is not used
 */
public record EnvelopesSheet(
        String base,
        List<SiteLine> sites,
        ListSheet list,
        List<Line> lines,
        List<UnblindingForm.Option> issues,
        List<UnblindingForm.Option> spoils) {

    public record Line(String site, int number, String state, String issued, String reason) {}

    /** @param numbers which are still sealed, such as {@code 4–10} */
    public record SiteLine(
            String site, int issued, int used, String numbers, List<String> spoiled, Optional<String> issuedAt) {}
}
