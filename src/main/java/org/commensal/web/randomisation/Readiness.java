package org.commensal.web.randomisation;

import java.util.List;
import java.util.Optional;
import org.commensal.web.Pair;

/**
 * Whether a participant can be randomised, and what is still missing.
 *
 * @param key makes a repeated confirmation the same act
 * @param done once it happened
 */
public record Readiness(String code, String base, List<Condition> conditions, String key, Optional<Made> done) {

    /**
     * @param sentence that says it happened
     * @param lines of the confirmation, without the arm
     * @param shows whether the study shows the arm to this reader
     */
    public record Made(String sentence, List<Pair> lines, boolean shows) {}

    public record Condition(String label, boolean met, String detail) {}

    public boolean ready() {
        return conditions.stream().allMatch(Condition::met);
    }
}
