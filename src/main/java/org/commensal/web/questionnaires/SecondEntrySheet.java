package org.commensal.web.questionnaires;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A form that is entered for the second time, all of its questions on one page and no answer of the first entry.
 *
 * @param code of the participant
 * @param base the address of the participant's page
 * @param entry the id that it will have, so that sending it twice stores it once
 */
public record SecondEntrySheet(
        String code,
        String base,
        String task,
        String entry,
        String title,
        Optional<String> intro,
        Optional<String> attribution,
        List<Question> questions) {

    /** The questions by the names of their fields. */
    public Map<String, String> labels() {
        return questions.stream().collect(Collectors.toMap(Question::code, Question::text));
    }
}
