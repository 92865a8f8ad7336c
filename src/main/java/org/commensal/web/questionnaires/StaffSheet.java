package org.commensal.web.questionnaires;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.web.Link;

/**
 * A form that staff fill in, all of its questions on one page.
 *
 * @param code of the participant
 * @param base the address of the participant's page
 * @param version of the study that the form is shown and kept by
 * @param response the id that the answers will have, so that sending them twice stores them once
 * @param corrects the response that these answers correct, where the form was filled in before
 * @param notes what whoever corrects it must know
 * @param queries about this form that are not closed
 */
public record StaffSheet(
        String code,
        String base,
        String task,
        String version,
        String response,
        Optional<String> corrects,
        List<String> notes,
        String title,
        Optional<String> intro,
        Optional<String> attribution,
        List<Question> questions,
        List<Link> queries) {

    /** The questions by the names of their fields. */
    public Map<String, String> labels() {
        return questions.stream().collect(Collectors.toMap(Question::code, Question::text));
    }
}
