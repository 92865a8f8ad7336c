package org.commensal.web.closing;

import java.util.List;
import org.commensal.web.Link;
import org.commensal.web.closing.ClosingWords.Tag;
import org.commensal.web.unblinding.UnblindingForm;

/**
 * The data of one participant on their way to being final: by visit and form, with what this person may do.
 *
 * @param base the address of the participant's page
 * @param causes who froze or locked what, when and why
 * @param steps that this person may take; with them every scope can be ticked
 * @param verifies whether this person marks forms as compared with their source
 * @param sign where all data are signed, for those who may
 */
public record ParticipantClosingSheet(
        String code,
        String base,
        Tag step,
        List<String> causes,
        List<Visit> visits,
        List<SignatureLine> signatures,
        List<UnblindingForm.Option> steps,
        boolean verifies,
        List<Link> sign) {

    /** @param part the scope that is ticked for it */
    public record Visit(String part, String name, Tag state, List<Link> sign, List<Row> rows) {}

    /**
     * @param response the revision that is verified
     * @param href where its answers are read
     */
    public record Row(
            String part,
            String response,
            String name,
            String href,
            String revision,
            Tag state,
            Tag verified,
            Tag signed) {}
}
