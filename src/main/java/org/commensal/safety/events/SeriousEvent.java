package org.commensal.safety.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.commensal.kernel.ParticipantCode;

/**
 * How an adverse event that was serious at some time is followed up, as it follows from what was recorded.
 *
 * <p>The clock begins when the site hears that it is serious and ends with a report to the sponsor. What is corrected
 * after the final report begins it again.
 *
 * @param task key of the event that it is, such as {@code AE/2}
 * @param steps in the order in which they were recorded
 * @param reports in their order
 */
public record SeriousEvent(
        UUID id, ParticipantCode participant, String task, List<Step> steps, List<SafetyReport> reports) {

    /** Within this time after the site heard of it the sponsor knows: ICH E6(R2) 4.11.1 says immediately. */
    public static final Duration REPORT_WITHIN = Duration.ofHours(24);

    /** What happens with it. */
    public enum Kind {
        /** It became serious. */
        OPENED,
        /** The site heard of it at another time than was recorded before. */
        AWARE,
        /** A correction says that it is not serious. */
        NOT_SERIOUS,
        /** It became serious again, or was corrected after the final report. */
        REOPENED,
        /** A report was sent to the sponsor. */
        REPORTED,
        /** The final one was. */
        CLOSED,
        /** The ethics committee was told. */
        COMMITTEE;

        private boolean begins() {
            return this == OPENED || this == REOPENED;
        }

        private boolean reports() {
            return this == REPORTED || this == CLOSED;
        }
    }

    /** Where it stands. */
    public enum State {
        TO_REPORT,
        FOLLOWED,
        CLOSED,
        NOT_SERIOUS
    }

    /**
     * @param moment when it was so, which is not when it was recorded
     * @param at when it was recorded
     */
    public record Step(Kind kind, Instant moment, String note, String by, Instant at) {}

    /** One run of the clock: from when the site knew, until when it told the sponsor or need not any more. */
    private record Clock(Instant aware, Optional<Instant> ended) {

        Instant due() {
            return aware.plus(REPORT_WITHIN);
        }

        boolean isLate(Instant now) {
            return ended.orElse(now).isAfter(due());
        }

        Clock after(Step step) {
            if (step.kind() == Kind.AWARE) {
                return new Clock(step.moment(), ended);
            }
            boolean ends = step.kind().reports() || step.kind() == Kind.NOT_SERIOUS;
            return ends && ended.isEmpty() ? new Clock(aware, Optional.of(step.moment())) : this;
        }
    }

    public SeriousEvent {
        steps = List.copyOf(steps);
        reports = List.copyOf(reports);
    }

    public State state() {
        return newest(kind -> kind != Kind.AWARE && kind != Kind.COMMITTEE)
                .map(step -> switch (step.kind()) {
                    case REPORTED -> State.FOLLOWED;
                    case CLOSED -> State.CLOSED;
                    case NOT_SERIOUS -> State.NOT_SERIOUS;
                    default -> State.TO_REPORT;
                })
                .orElseThrow();
    }

    public boolean isOpen() {
        return state() == State.TO_REPORT || state() == State.FOLLOWED;
    }

    /** When the site heard of what is to be reported, or was reported last. */
    public Instant aware() {
        return newest(kind -> kind.begins() || kind == Kind.AWARE)
                .map(Step::moment)
                .orElseThrow();
    }

    /** Until when the sponsor must know. */
    public Instant due() {
        return aware().plus(REPORT_WITHIN);
    }

    /** Whether the sponsor was ever told too late, or is not told although it is time. */
    public boolean isLate(Instant now) {
        boolean late = false;
        Clock clock = new Clock(steps.get(0).moment(), Optional.empty());
        for (Step step : steps) {
            if (step.kind().begins()) {
                late |= clock.isLate(step.at());
                clock = new Clock(step.moment(), Optional.empty());
            } else {
                clock = clock.after(step);
            }
        }
        return late || clock.isLate(now);
    }

    /** When the committee was told. */
    public Optional<Instant> committeeTold() {
        return newest(kind -> kind == Kind.COMMITTEE).map(Step::moment);
    }

    public Optional<SafetyReport> newestReport() {
        return reports.stream().reduce((earlier, later) -> later);
    }

    private Optional<Step> newest(Predicate<Kind> which) {
        return steps.stream().filter(step -> which.test(step.kind())).reduce((earlier, later) -> later);
    }
}
