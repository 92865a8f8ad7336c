package org.commensal.instrument;

import java.util.List;

/**
 * Where an instrument comes from, and what of its wording is not there or not verified.
 *
 * @param version of its scoring rules and bands as they stand here
 * @param source the publication that defines it
 * @param withoutWording the items, and lists of options, that are shown as placeholders
 * @param unverified the items whose Dutch wording is a working translation that nobody has verified
 */
public record Provenance(
        String version, String source, Licence licence, List<String> withoutWording, List<String> unverified) {

    public Provenance {
        withoutWording = List.copyOf(withoutWording);
        unverified = List.copyOf(unverified);
    }
}
