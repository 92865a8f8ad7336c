package org.commensal.web.quality;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Done;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Tone;

/**
 * One deviation: what is known of it, how it came to be known, and what the reader may do.
 *
 * @param href the address of this page
 * @param whom the participant, or the site as a whole
 * @param number of the last entry
 */
public record DeviationSheet(
        String href,
        Optional<Link> whom,
        String title,
        String state,
        Tone tone,
        List<Pair> facts,
        List<Done> entries,
        int number,
        boolean mayConfirm,
        boolean mayCorrect,
        List<Choice> categories,
        List<Choice> codeBreaks) {}
