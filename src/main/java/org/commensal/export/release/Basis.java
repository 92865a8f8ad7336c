package org.commensal.export.release;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.commensal.export.release.SealedFacts.Answered;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.protocol.Study;
import org.commensal.studies.VersionHistory;

/**
 * What the tables of one release have in common: whom and when they are about.
 *
 * @param versions of the study by which the facts are read, the oldest first
 * @param subjects by their ids in this release, in the order of these
 * @param inForce which version each site worked with at the checkpoint
 * @param sealed the day of the checkpoint
 * @param responses about how many each participant has, by code; by it so many are read at a time
 */
record Basis(
        List<Study> versions,
        Map<String, Subject> subjects,
        VersionHistory inForce,
        long checkpoint,
        LocalDate sealed,
        Map<String, Integer> responses,
        Specification specification) {

    /** The newest version. */
    Study study() {
        return versions.get(versions.size() - 1);
    }

    Optional<Study> version(String name) {
        return versions.stream().filter(study -> study.version().equals(name)).findFirst();
    }

    /** The version that the site of a subject worked with. */
    Study version(Subject subject) {
        return version(inForce.at(subject.site()).version()).orElseGet(this::study);
    }

    Subject subject(String id) {
        return Objects.requireNonNull(subjects.get(id));
    }

    /** What is due before this day should have been there: the day of the checkpoint, or the day after the cut-off. */
    LocalDate today() {
        return specification
                .cutOff()
                .map(last -> last.plusDays(1))
                .filter(sealed::isAfter)
                .orElse(sealed);
    }

    boolean reaches(LocalDate day) {
        return specification.reaches(day);
    }

    boolean reaches(Answered answered) {
        return reaches(day(answered));
    }

    /** The diary day, or the day on which it was filled in where the study takes place. */
    LocalDate day(Answered answered) {
        return Optional.ofNullable(answered.day())
                .orElseGet(() -> answered.filledIn().atZone(study().zone()).toLocalDate());
    }

    /** The ids of all subjects in their order, a few at a time. */
    void each(Consumer<List<String>> ids) {
        Portions.each(subjects.keySet(), this::responses, Portions.KEYS, ids);
    }

    /** The same, where all answers of these subjects are read. */
    void eachWithAnswers(Consumer<List<String>> ids) {
        Portions.each(subjects.keySet(), this::responses, Portions.ANSWERS, ids);
    }

    private int responses(String id) {
        return Math.max(1, responses.getOrDefault(subject(id).code(), 0));
    }

    List<String> codes(List<String> ids) {
        return ids.stream().map(id -> subject(id).code()).toList();
    }
}
