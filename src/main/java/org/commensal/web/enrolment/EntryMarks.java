package org.commensal.web.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commensal.questionnaires.DoubleEntry;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/**
 * What is said of forms that two people enter.
 *
 * @param forms those of the participant that are filled in
 * @param toEnter the tasks that the reader may enter for the second time
 * @param base the address of the participant's page
 */
record EntryMarks(List<DoubleEntry> forms, Set<String> toEnter, String base, Texts texts) {

    /** @param href where the reader goes on; none where there is nothing but the form itself */
    record Mark(String text, Tone tone, Optional<String> href) {}

    Optional<Mark> of(String task) {
        return forms.stream()
                .filter(form -> form.first().task().equals(task))
                .findFirst()
                .map(this::mark);
    }

    /** Whether the reader has to enter a form, or to look at what differs. */
    boolean waits(String task) {
        return of(task).flatMap(Mark::href).isPresent();
    }

    private Mark mark(DoubleEntry form) {
        String task = form.first().task();
        return switch (form.state()) {
            case AWAITED ->
                mark(
                        form,
                        Tone.AMBER,
                        toEnter.contains(task) ? Optional.of(base + "/second-entry/" + task) : Optional.empty());
            case DIFFERING -> mark(form, Tone.ROSE, Optional.of(base + "/differences/" + task));
            case CONFIRMED -> mark(form, Tone.TEAL, Optional.empty());
        };
    }

    private Mark mark(DoubleEntry form, Tone tone, Optional<String> href) {
        return new Mark(texts.get("double-entry." + Words.code(form.state())), tone, href);
    }
}
