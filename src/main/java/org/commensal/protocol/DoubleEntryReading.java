package org.commensal.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commensal.kernel.Settings;
import org.commensal.protocol.Schedule.FilledBy;

/**
 * Reads which forms two people enter: forms that staff fill in wherever they are asked, and that no file fills.
 *
 * @param sound whether the schedule has no fault, so that a form may be held against it
 */
record DoubleEntryReading(Schedule schedule, boolean sound) {

    private static final String KEY = "double-entry";

    /** @param fromFiles whether a file fills a form */
    List<String> read(Settings study, Predicate<String> fromFiles) {
        List<String> forms = study.strings(KEY);
        Set<String> seen = new HashSet<>();
        forms.forEach(form -> {
            if (!seen.add(form)) {
                study.fault(KEY, "\"" + form + "\" is listed twice.", "List each form once.");
            } else if (sound && !form.isEmpty()) {
                check(study, form, fromFiles);
            }
        });
        return forms;
    }

    private void check(Settings study, String form, Predicate<String> fromFiles) {
        List<FilledBy> by = by(form).toList();
        if (by.isEmpty() || by.contains(FilledBy.PARTICIPANT)) {
            study.fault(KEY, "\"" + form + "\" is no form that only staff fill in.", "Name a form of staff.");
        } else if (fromFiles.test(form)) {
            study.fault(KEY, "Files fill \"" + form + "\".", "Name a form that people enter by hand.");
        }
    }

    private Stream<FilledBy> by(String form) {
        return Stream.of(
                        schedule.visits().stream()
                                .flatMap(visit -> visit.forms().stream())
                                .filter(each -> each.form().equals(form))
                                .map(Schedule.VisitForm::by),
                        schedule.blocks().stream()
                                .filter(each -> each.form().equals(form))
                                .map(each -> FilledBy.PARTICIPANT),
                        schedule.events().stream()
                                .filter(each -> each.form().equals(form))
                                .map(Schedule.EventForm::by))
                .flatMap(each -> each);
    }
}
