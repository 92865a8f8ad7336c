package org.commensal.quality;

import java.time.LocalDate;
import java.util.Optional;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.quality.MissingData.Counts;

/**
 * Which forms of visits were expected of one participant by one day.
 *
 * <p>A form is missing once its window is over without it. It was not expected of somebody who stopped on the last day of
 * its window or before: with follow-up, where participants fill it in; with the use of their data, where staff do; or in
 * screening, where they were not randomised.
 *
 * @param screeningEnded on which day the screening of somebody who was not randomised was ended
 */
public record ExpectedForms(Participant participant, Optional<LocalDate> screeningEnded, LocalDate today) {

    private static final Counts EXPLAINED = new Counts(0, 1, 1, 0, 0);

    /** The last day of the window of a visit; none before the day is known from which it counts. */
    public Optional<LocalDate> due(Visit visit) {
        return Optional.ofNullable(participant.anchors().get(visit.anchor())).map(day0 -> day0.plusDays(visit.to()));
    }

    /** One form of a visit with this last day, counted once. */
    Counts count(VisitForm form, LocalDate due, boolean answered, boolean explained) {
        Completeness state = state(form, Optional.of(due), answered);
        return explained && state == Completeness.MISSING ? EXPLAINED : state.once();
    }

    /** @param due the last day of its window; none before the day is known from which it counts */
    public Completeness state(VisitForm form, Optional<LocalDate> due, boolean answered) {
        if (answered) {
            return Completeness.ANSWERED;
        }
        if (stopped(form).filter(day -> due.filter(day::isAfter).isEmpty()).isPresent()) {
            return Completeness.NOT_EXPECTED;
        }
        return due.filter(day -> day.isBefore(today)).isPresent() ? Completeness.MISSING : Completeness.NOT_DUE;
    }

    private Optional<LocalDate> stopped(VisitForm form) {
        Part part = form.by() == FilledBy.STAFF ? Part.USE_OF_DATA : Part.FOLLOW_UP;
        return Optional.ofNullable(participant.withdrawn().get(part)).or(() -> screeningEnded);
    }
}
