package org.commensal.verification;

import java.util.List;
import java.util.Set;

/**
 * What of a form is compared with its source.
 *
 * @param questions every question of it
 * @param required those that the study wants to be compared for this participant; none where it says nothing
 * @param verified those that were, in the revision that stands
 */
public record SourceCheck(List<String> questions, List<String> required, Set<String> verified) {

    public SourceCheck {
        questions = List.copyOf(questions);
        required = List.copyOf(required);
        verified = Set.copyOf(verified);
    }

    public boolean isRequired() {
        return !required.isEmpty();
    }

    /** Without which the form does not count as verified: all of it, where the study does not say. */
    public List<String> needed() {
        return isRequired() ? required : questions;
    }
}
