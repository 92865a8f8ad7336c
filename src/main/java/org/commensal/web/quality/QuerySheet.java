package org.commensal.web.quality;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Done;
import org.commensal.web.Link;
import org.commensal.web.Pair;

/**
 * One query with its thread.
 *
 * @param base the address of the participant's page
 * @param facts what it is about, and what was answered then and now
 * @param form where the answer is corrected or the form filled in, for those who may
 * @param steps what the reader may do, by code and label; the first is the usual one
 * @param read how many entries there were when the page was made
 */
public record QuerySheet(
        QueryLine line,
        String base,
        List<Pair> facts,
        Optional<Link> form,
        List<Done> thread,
        List<Choice> steps,
        int read) {}
