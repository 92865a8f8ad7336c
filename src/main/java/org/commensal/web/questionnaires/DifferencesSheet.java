package org.commensal.web.questionnaires;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What differs between the two entries of a form, and where it is decided.
 *
 * @param code of the participant
 * @param base the address of the participant's page
 * @param response that stands
 * @param resolution the id that the decision will have, so that sending it twice stores it once
 * @param decides whether the reader may decide
 */
public record DifferencesSheet(
        String code,
        String base,
        String task,
        String title,
        String response,
        String resolution,
        List<Difference> differences,
        boolean decides) {

    /**
     * @param choice what was chosen, where the page is shown again
     * @param other where another value is written, for those who may
     */
    public record Difference(
            String item, String question, String first, String second, String choice, Optional<Question> other) {}

    /** The questions by the names of their fields. */
    public Map<String, String> labels() {
        return differences.stream().collect(Collectors.toMap(Difference::item, Difference::question));
    }
}
