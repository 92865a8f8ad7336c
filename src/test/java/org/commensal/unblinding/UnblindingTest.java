package org.commensal.unblinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.unblinding.Unblinding.Category;
import org.commensal.unblinding.Unblinding.Decision;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Outcome;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.Unblinding.Whom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where an unblinding stands, and whom it opens an arm for. */
class UnblindingTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");
    private static final Somebody LOTTE = new Somebody(new UUID(1, 1), "Lotte");
    private static final Somebody BRAM = new Somebody(new UUID(1, 2), "Bram");

    @ParameterizedTest
    @EnumSource(Category.class)
    void aReasonInNoWordsIsRefused(Category category) {
        Kind kind = Category.of(Kind.EMERGENCY).contains(category) ? Kind.EMERGENCY : Kind.PLANNED;

        assertThatThrownBy(() -> new Grounds(category, "  ").refuseUnlessOf(kind))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::pointer)
                        .containsExactly("/reason"));
        assertThatThrownBy(() -> new Grounds(category, "x".repeat(2001)).refuseUnlessOf(kind))
                .isInstanceOf(Refusal.class);
        new Grounds(category, " x ").refuseUnlessOf(kind);
    }

    @Test
    void whatCanWaitIsNoEmergency() {
        assertThatThrownBy(() -> new Grounds(Category.SAFETY_REVIEW, "x").refuseUnlessOf(Kind.EMERGENCY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Grounds(Category.MEDICAL_CARE, "x").refuseUnlessOf(Kind.PLANNED))
                .isInstanceOf(Refusal.class);
    }

    /** The end of the 24 hours is not in them. */
    @ParameterizedTest(name = "{0} after {1} hours, looked at after {3}: {4}")
    @CsvSource({
        "EMERGENCY, , , PT0S,  TO_REVIEW, true",
        "EMERGENCY, , , PT23H59M59.999S, TO_REVIEW, true",
        "EMERGENCY, , , PT24H, OVERDUE, true",
        "EMERGENCY, 2, NOT_JUSTIFIED, PT48H, REVIEWED, true",
        "EMERGENCY, 30, JUSTIFIED, PT48H, REVIEWED, true",
        "PLANNED, , , PT48H, REQUESTED, false",
        "PLANNED, 2, APPROVED, PT48H, APPROVED, true",
        "PLANNED, 2, REFUSED, PT48H, REFUSED, false"
    })
    void whereItStands(
            Kind kind, Integer decidedAfter, Outcome outcome, Duration later, Unblinding.State state, boolean opens) {
        Unblinding unblinding = unblinding(kind, decided(outcome, decidedAfter));

        assertThat(unblinding.state(MIDNIGHT.plus(later))).isEqualTo(state);
        assertThat(unblinding.opens()).isEqualTo(opens);
        assertThat(unblinding.isShownTo(LOTTE.id())).isTrue();
        assertThat(unblinding.isShownTo(BRAM.id())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "25, true"})
    void aReviewAfterItsTimeStaysLate(int hours, boolean late) {
        assertThat(unblinding(Kind.EMERGENCY, decided(Outcome.JUSTIFIED, hours)).reviewedLate())
                .isEqualTo(late);
    }

    @Test
    void atASiteOnlyItsOwnParticipantsAreNamed() {
        Unblinding both = unblinding(Kind.PLANNED, Optional.empty());

        assertThat(both.at(site -> site.equals("north")).participants())
                .extracting(Whom::site)
                .containsExactly("north");
        assertThat(both.at(site -> false).participants()).isEmpty();
    }

    private static Optional<Decision> decided(Outcome outcome, Integer hours) {
        return Optional.ofNullable(outcome)
                .map(made -> new Decision(made, "note", BRAM, MIDNIGHT.plus(Duration.ofHours(hours))));
    }

    private static Unblinding unblinding(Kind kind, Optional<Decision> decided) {
        return new Unblinding(
                new UUID(2, 2),
                "study",
                kind,
                Category.OTHER,
                "a reason",
                LOTTE,
                MIDNIGHT,
                List.of(
                        new Whom(ParticipantCode.of("NOR", 1), "north"),
                        new Whom(ParticipantCode.of("SOU", 1), "south")),
                List.of(LOTTE),
                Optional.empty(),
                decided);
    }
}
