package org.commensal.web.questionnaires;

import java.util.Optional;

/**
 * One question of a form on a phone.
 *
 * @param action where the answer is posted to
 * @param back the question before, or the list of what is due
 * @param position of this question among all of the form, asked or not, from 1
 * @param draft for a phone that loses its network, the answers so far
 * @param intro what holds for every question of the form
 */
public record Asking(
        Question question,
        String title,
        String weekday,
        String action,
        String back,
        int position,
        int total,
        boolean last,
        Draft draft,
        Optional<String> intro,
        Optional<String> attribution) {

    /**
     * @param given the answers so far, as JSON
     * @param confirmed the codes of those unusual ones that were confirmed, with spaces between them
     */
    public record Draft(String task, String version, String given, String confirmed) {}

    /** Whether a tap on a card may answer at once: two cards, nothing to read between them and Next. */
    public boolean atOnce() {
        return question.shape() == Question.Shape.CARDS && question.choices().size() == 2;
    }
}
