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
 * @param verify the revision that may be marked as compared with its source
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
        List<Pair> answers,
        List<SignatureLine> signatures,
        Optional<String> verify,
        List<Link> steps) {}
