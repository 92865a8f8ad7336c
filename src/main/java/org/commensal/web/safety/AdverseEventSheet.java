package org.commensal.web.safety;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.web.Done;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Screen;

/**
 * One adverse event: what was reported, what was judged, and how it is followed up where it is serious.
 *
 * @param title its name and what it is
 * @param participant where the reader comes from
 * @param base the address of this page
 * @param correct where the form is corrected, for those who may
 * @param response the answers that are shown, which a judgement is by
 * @param stale whether the answers were corrected after they were judged
 * @param causalities to choose from, by code; none for who does not judge
 */
public record AdverseEventSheet(
        String title,
        Link participant,
        String base,
        AdverseEventWords.Tag tag,
        List<Pair> facts,
        Optional<String> correct,
        String response,
        List<Done> judgements,
        boolean stale,
        List<Pair> causalities,
        Optional<Follow> follow) {

    /**
     * @param facts by when who must know
     * @param changed whether something changed after the newest report
     * @param reports the PDF of each
     * @param next the number of the next report and its name, for those who sign it
     * @param tellsCommittee whether the reader may record that the committee was told
     */
    public record Follow(
            List<Pair> facts,
            boolean changed,
            List<Done> steps,
            List<Link> reports,
            Optional<Pair> next,
            boolean tellsCommittee) {}

    /** The names of the fields, for the summary of faults. */
    public static Map<String, String> labels(Screen screen) {
        return Map.of(
                "causality", screen.t("ae.causality"),
                "expected", screen.t("ae.expected"),
                "note", screen.t("ae.note"),
                "final", screen.t("sae.final"),
                "sent", screen.t("sae.sent"),
                "told", screen.t("sae.told"),
                "password", screen.t("sign-in.password"));
    }
}
