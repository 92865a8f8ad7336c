package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Value;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Conduct.Mark;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * What participants get back: the days of their own diary, as the study marks them.
 *
 * <p>Nobody else reads it, and it holds only what the participant answered: neither a score nor an arm.
 */
@ApplicationScoped
public class OwnDiary {

    /**
     * A diary as its participant sees it.
     *
     * @param marks in the order of the study
     * @param days those that were filled in, each with the codes of its marks
     */
    public record Pages(List<Mark> marks, SortedMap<LocalDate, List<String>> days) {}

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ResponseLedger responses;

    /** Empty where the study gives nothing back. */
    public Optional<Pages> of(Actor actor, String study, ParticipantCode code) {
        String site = participants.find(actor, Right.SEE_OWN_DIARY, study, code).site();
        PublishedStudy published = studies.at(study, site);
        List<Mark> marks = published.study().conduct().ownDiary();
        return marks.isEmpty() ? Optional.empty() : Optional.of(new Pages(marks, days(published, code, marks)));
    }

    /** A day may have more than one form: what the marks name decides which of them counts. */
    private SortedMap<LocalDate, List<String>> days(PublishedStudy published, ParticipantCode code, List<Mark> marks) {
        Set<String> named =
                marks.stream().flatMap(mark -> mark.when().names().stream()).collect(Collectors.toSet());
        SortedMap<LocalDate, List<String>> days = new TreeMap<>();
        for (Response response : responses.current(published, code)) {
            Map<String, Value> answers = response.answers().values();
            response.day()
                    .filter(day -> !Collections.disjoint(answers.keySet(), named))
                    .ifPresent(day -> days.merge(day, marked(marks, answers), OwnDiary::both));
        }
        return days;
    }

    private static List<String> marked(List<Mark> marks, Map<String, Value> answers) {
        return marks.stream()
                .filter(mark -> mark.when().holds(name -> answers.getOrDefault(name, Value.Missing.UNKNOWN)))
                .map(Mark::code)
                .toList();
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
