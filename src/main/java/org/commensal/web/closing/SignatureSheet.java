package org.commensal.web.closing;

import java.util.List;
import org.commensal.web.Link;
import org.commensal.web.unblinding.UnblindingForm;

/**
 * What is about to be signed.
 *
 * @param base the address of the participant's page
 * @param part the scope, as the form sends it back
 * @param scope in words
 * @param content what the signature is bound to
 * @param forms that it covers, each with where it is read
 * @param meanings to choose from
 */
public record SignatureSheet(
        String code,
        String base,
        String part,
        String scope,
        String content,
        List<Link> forms,
        List<UnblindingForm.Option> meanings) {}
