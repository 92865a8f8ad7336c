package org.commensal.web.randomisation;

import java.util.List;
import java.util.Optional;

/**
 * Whether a participant can be randomised, and what is still missing.
 *
 * @param key makes a repeated confirmation the same act
 * @param done the sentence that says it happened
 */
public record Readiness(String code, String base, List<Condition> conditions, String key, Optional<String> done) {

    public record Condition(String label, boolean met, String detail) {}

    public boolean ready() {
        return conditions.stream().allMatch(Condition::met);
    }
}
