package org.commensal.safety.medication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Value;
import org.commensal.protocol.Protocol.Estimand;
import org.commensal.protocol.Protocol.IntercurrentEvent;
import org.commensal.protocol.Protocol.Observed;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * An intercurrent event of an estimand that an answer shows, after allocation: computed, never typed.
 *
 * @param estimand its id
 * @param task key of the event whose answer shows it
 */
public record Happened(Participant participant, String estimand, IntercurrentEvent event, LocalDate day, String task) {

    /**
     * What the answers of a participant show, by day.
     *
     * @param study whose estimands count: that in force, for these are read from the answers anew
     */
    public static List<Happened> of(Participant participant, Study study, List<Response> responses) {
        return study.protocol().analysis().estimands().stream()
                .flatMap(estimand -> estimand.intercurrentEvents().stream()
                        .flatMap(event -> of(participant, estimand, event, responses)))
                .filter(happened -> happened.studyDay().filter(day -> day >= 0).isPresent())
                .sorted(Comparator.comparing(Happened::day))
                .toList();
    }

    private static Stream<Happened> of(
            Participant participant, Estimand estimand, IntercurrentEvent event, List<Response> responses) {
        return responses.stream().flatMap(response -> event.observed().stream()
                .filter(observed -> observed.event().equals(response.event())
                        && observed.when().holds(name -> response.answers().get(name)))
                .flatMap(observed -> day(observed, response).stream())
                .map(day -> new Happened(participant, estimand.id(), event, day, response.task())));
    }

    private static Optional<LocalDate> day(Observed observed, Response response) {
        return response.answers().get(observed.date()) instanceof Value.Day day
                ? Optional.of(day.value())
                : Optional.empty();
    }

    /** 0 is the day of randomisation; none before anybody is randomised. */
    public Optional<Long> studyDay() {
        return Optional.ofNullable(participant.milestones().get(Stage.RANDOMISED))
                .map(day0 -> ChronoUnit.DAYS.between(day0, day));
    }
}
