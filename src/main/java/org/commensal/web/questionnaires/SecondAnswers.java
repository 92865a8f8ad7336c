package org.commensal.web.questionnaires;

import java.util.List;
import java.util.Optional;

/**
 * What was kept beside the answers that stand, for the study team to look at.
 *
 * @param code of the participant
 * @param base the address of the participant's page
 */
public record SecondAnswers(String code, String base, List<Kept> kept) {

    /**
     * @param href where the answers that stand are corrected; none where none stand
     * @param id by which they are taken in
     * @param stood when those that stand were filled in
     * @param filledIn when these were
     */
    public record Kept(
            String form,
            Optional<String> href,
            String id,
            String stood,
            String filledIn,
            List<Difference> differences) {}

    public record Difference(String question, String stands, String kept) {}
}
