package org.commensal.web.enrolment;

import java.util.List;

/**
 * The consent document as it is read to the participant.
 *
 * @param base the address of the participant's page
 */
public record ConsentPaper(
        String code, String base, String title, String version, List<String> paragraphs, List<Asked> questions) {

    /** @param code the name of its box */
    public record Asked(String code, String question, boolean required) {}
}
