package org.commensal.unblinding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commensal.kernel.ParticipantCode;

/**
 * That arms of participants were made known to somebody blinded, or that somebody asked for it (ICH E6(R3), 4.1.4).
 *
 * @param by who broke the code or asked
 * @param participants whose arms, at least one; of a code break exactly one
 * @param shownTo to whom; of a code break who broke it
 * @param event of the participant, by its key such as {@code AE/2}, that a code break belongs to
 * @param decided whether it was approved, or what the review of a code break found
 */
public record Unblinding(
        UUID id,
        String study,
        Kind kind,
        Category category,
        String reason,
        Somebody by,
        Instant at,
        List<Whom> participants,
        List<Somebody> shownTo,
        Optional<String> event,
        Optional<Decision> decided) {

    /** Within this time after a code was broken somebody else reviews it; decided in 0022. */
    public static final Duration REVIEW_WITHIN = Duration.ofHours(24);

    public enum Kind {
        /** A code broken in an emergency, by one person at once. */
        EMERGENCY,
        /** Asked by one person and approved by another. */
        PLANNED
    }

    /** Why an arm must be known, in one of the words that can be counted. */
    public enum Category {
        MEDICAL_CARE(Kind.EMERGENCY),
        ADVERSE_EVENT(Kind.EMERGENCY, Kind.PLANNED),
        EXPOSURE(Kind.EMERGENCY),
        PREGNANCY(Kind.EMERGENCY, Kind.PLANNED),
        SAFETY_REVIEW(Kind.PLANNED),
        END_OF_PARTICIPATION(Kind.PLANNED),
        OTHER(Kind.EMERGENCY, Kind.PLANNED);

        private final List<Kind> kinds;

        Category(Kind... kinds) {
            this.kinds = List.of(kinds);
        }

        /** As the audit trail and the API write it: {@code medical-care}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The categories of a kind, in the order in which they are offered. */
        public static List<Category> of(Kind kind) {
            return Stream.of(values())
                    .filter(category -> category.kinds.contains(kind))
                    .toList();
        }
    }

    /** What another person decided, each once. */
    public enum Outcome {
        APPROVED(Kind.PLANNED),
        REFUSED(Kind.PLANNED),
        JUSTIFIED(Kind.EMERGENCY),
        NOT_JUSTIFIED(Kind.EMERGENCY);

        private final Kind kind;

        Outcome(Kind kind) {
            this.kind = kind;
        }

        /** As the audit trail and the API write it: {@code not-justified}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static List<Outcome> of(Kind kind) {
            return Stream.of(values()).filter(outcome -> outcome.kind == kind).toList();
        }
    }

    /** Where it stands at a moment. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        TO_REVIEW,
        OVERDUE,
        REVIEWED
    }

    /** A person by account, with the name that others are shown. */
    public record Somebody(UUID id, String name) {}

    public record Whom(ParticipantCode code, String site) {}

    public record Decision(Outcome outcome, String note, Somebody by, Instant at) {}

    public Unblinding {
        participants = List.copyOf(participants);
        shownTo = List.copyOf(shownTo);
    }

    /** When the review of a code break is overdue. */
    public Instant reviewUntil() {
        return at.plus(REVIEW_WITHIN);
    }

    public State state(Instant now) {
        if (kind == Kind.PLANNED) {
            return decided.map(made -> made.outcome() == Outcome.APPROVED ? State.APPROVED : State.REFUSED)
                    .orElse(State.REQUESTED);
        }
        if (decided.isPresent()) {
            return State.REVIEWED;
        }
        return now.isBefore(reviewUntil()) ? State.TO_REVIEW : State.OVERDUE;
    }

    /** Whether those it names may be told: a code break opens at once, a request when it is approved. */
    public boolean opens() {
        return kind == Kind.EMERGENCY
                || decided.filter(made -> made.outcome() == Outcome.APPROVED).isPresent();
    }

    /** Whether the review of a code break came after its time. */
    public boolean reviewedLate() {
        return kind == Kind.EMERGENCY
                && decided.filter(made -> !made.at().isBefore(reviewUntil())).isPresent();
    }

    public boolean isShownTo(UUID person) {
        return shownTo.stream().anyMatch(somebody -> somebody.id().equals(person));
    }

    /** This, with no more participants than those of the sites. */
    Unblinding at(Predicate<String> sites) {
        return new Unblinding(
                id,
                study,
                kind,
                category,
                reason,
                by,
                at,
                participants.stream().filter(whom -> sites.test(whom.site())).toList(),
                shownTo,
                event,
                decided);
    }
}
