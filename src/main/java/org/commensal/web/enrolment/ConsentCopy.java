package org.commensal.web.enrolment;

import java.util.List;
import org.commensal.web.Pair;

/** What stands on the copy of a consent. */
public record ConsentCopy(
        String language,
        String title,
        String study,
        String version,
        List<String> paragraphs,
        List<Line> answers,
        List<Pair> signature) {

    public record Line(String question, String answer) {}
}
