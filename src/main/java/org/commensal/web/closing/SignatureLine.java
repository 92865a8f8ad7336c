package org.commensal.web.closing;

import org.commensal.web.Tone;

/**
 * A signature as it is printed.
 *
 * @param at in the zone of the study and in UTC
 * @param covers how many forms
 * @param standing whether it still covers the data
 */
public record SignatureLine(
        String by,
        String role,
        String meaning,
        String at,
        String scope,
        String covers,
        String sha256,
        String standing,
        Tone tone) {}
