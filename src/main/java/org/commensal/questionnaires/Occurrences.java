package org.commensal.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantLedger;
import org.commensal.enrolment.Stage;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;

/**
 * The occurrences of an event, such as the adverse events of one participant: numbered from 1, without a gap, in the
 * order in which they were taken in.
 */
@ApplicationScoped
class Occurrences {

    @Inject
    ParticipantLedger participants;

    @Inject
    ResponseLedger ledger;

    /**
     * Which occurrence a submission is about: the one it was taken in as before, the one it names, or the next one. The
     * participant is held, so that two that are reported at once get a number each.
     */
    Optional<Task> of(Study study, Participant participant, Submission submission) {
        return event(study, submission.task()).flatMap(event -> {
            participants.hold(study.id(), participant.code());
            List<Task> reported = reported(
                    event,
                    participant,
                    ledger.filledIn(study.id(), participant.code()).keySet());
            if (!submission.task().equals(event.code())) {
                return named(reported, submission.task());
            }
            if (submission.correction().isPresent()) {
                return Optional.empty();
            }
            int next = event.repeating() ? reported.size() + 1 : 1;
            return before(study, participant, submission.id())
                    .flatMap(key -> named(reported, key))
                    .or(() -> Optional.of(event.occurrence(next, first(participant))));
        });
    }

    /** The occurrences that were reported, the first first. */
    static List<Task> reported(EventForm event, Participant participant, Set<String> filledIn) {
        LocalDate from = first(participant);
        return IntStream.iterate(1, number -> filledIn.contains(event.code() + "/" + number), number -> number + 1)
                .mapToObj(number -> event.occurrence(number, from))
                .toList();
    }

    /** The event that a key is about, by what stands before its stroke. */
    static Optional<EventForm> event(Study study, String key) {
        return study.schedule().event(key.replaceFirst("/.*", ""));
    }

    /** The first day on which an event may be reported. */
    static LocalDate first(Participant participant) {
        return participant.milestones().getOrDefault(Stage.CONSENTED, LocalDate.MAX);
    }

    private static Optional<Task> named(List<Task> reported, String key) {
        return reported.stream().filter(task -> task.key().equals(key)).findFirst();
    }

    private Optional<String> before(Study study, Participant participant, UUID response) {
        return ResponseLedger.withId(ledger.alike(study.id(), participant.code(), response, ""), response)
                .filter(row -> row.participant().equals(participant.code().value()))
                .map(ResponseRow::task);
    }
}
