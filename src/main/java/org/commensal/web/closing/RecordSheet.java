package org.commensal.web.closing;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.closing.ClosingWords.Tag;

/**
 * One form as it is filled in, to be read and compared.
 *
 * @param base the address of the participant's page
 * @param facts when it was filled in and last corrected, and why
 * @param tags frozen, verified, signed
 * @param cause who froze or locked it
 * @param response the revision that stands
 * @param verifies whether this person may mark it or items of it as compared with their source
 * @param takesBack whether this person may take back what was marked
 * @param steps where it is signed or corrected
 */
public record RecordSheet(
        String code,
        String base,
        String address,
        String title,
        List<Pair> facts,
        List<Tag> tags,
        Optional<String> cause,
        List<Compared> answers,
        List<SignatureLine> signatures,
        String response,
        boolean verifies,
        boolean takesBack,
        List<Link> steps) {

    /**
     * A question with its answer.
     *
     * @param required whether the study wants it to be compared with its source
     */
    public record Compared(String item, String question, String answer, boolean required, boolean verified) {}
}
