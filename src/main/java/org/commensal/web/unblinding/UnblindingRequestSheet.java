package org.commensal.web.unblinding;

import java.util.List;

/**
 * What a request for unblinding is made of.
 *
 * @param people who may be shown an arm, by account
 * @param key sent with the form, so that sent twice it is one request
 */
public record UnblindingRequestSheet(
        String base,
        List<UnblindingForm.Option> categories,
        List<UnblindingForm.Option> people,
        List<String> chosen,
        String key) {}
