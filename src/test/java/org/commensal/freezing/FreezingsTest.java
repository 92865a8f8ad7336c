package org.commensal.freezing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Johanna of north; V1 with its PHQ-9, and the site and the study around them. */
class FreezingsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Participant JOHANNA =
            new Participant(ParticipantCode.of("NOR", 1), "north", Map.<Stage, java.time.LocalDate>of());
    private static final Scope PARTICIPANT = Scope.of(JOHANNA);
    private static final Scope VISIT = Scope.visit(JOHANNA, "V1");
    private static final Scope FORM = Scope.form(JOHANNA, "V1", "V1/phq-9");
    private static final List<Scope> SCOPES =
            List.of(Scope.study(), Scope.site("north"), Scope.site("south"), PARTICIPANT, VISIT, FORM);

    @ParameterizedTest(name = "{0} is made {1}, then {2} is asked to {3}: {4}")
    @CsvSource({
        "FORM,        OPEN,   FORM,  LOCK,   not frozen",
        "STUDY,       FROZEN, STUDY, LOCK,   state of the study",
        "FORM,        LOCKED, FORM,  THAW,   Unlock them first",
        "PARTICIPANT, FROZEN, FORM,  THAW,   as a part of NOR-0001-",
        "SITE,        LOCKED, FORM,  UNLOCK, as a part of north",
        "SITE,        LOCKED, FORM,  THAW,   as a part of north",
        "STUDY,       FROZEN, FORM,  THAW,   as a part of two-sites",
    })
    void whatWouldNotDoWhatItSaysIsRefused(
            Scope.Kind made, FreezeState state, Scope.Kind asked, FreezeStep step, String why) {
        Freezings known = new Freezings(made(scope(made), state));

        assertThatThrownBy(() -> ChangeFreezing.isNeeded(known, "two-sites", scope(asked), step))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "OPEN,   FREEZE, true",
        "OPEN,   THAW,   false",
        "OPEN,   UNLOCK, false",
        "FROZEN, FREEZE, false",
        "FROZEN, THAW,   true",
        "FROZEN, LOCK,   true",
        "FROZEN, UNLOCK, false",
        "LOCKED, FREEZE, false",
        "LOCKED, LOCK,   false",
        "LOCKED, UNLOCK, true",
    })
    void whatIsSoAlreadyStaysAsItIs(FreezeState state, FreezeStep step, boolean needed) {
        assertThat(ChangeFreezing.isNeeded(new Freezings(made(FORM, state)), "two-sites", FORM, step))
                .isEqualTo(needed);
    }

    @Test
    void aFormIsFrozenWithItsVisitItsParticipantItsSiteAndItsStudyAndWithNoOther() {
        assertThat(FORM.around()).containsExactly(Scope.study(), Scope.site("north"), PARTICIPANT, VISIT, FORM);
        for (Scope scope : FORM.around()) {
            assertThat(new Freezings(made(scope, FreezeState.FROZEN)).state(FORM))
                    .isEqualTo(FreezeState.FROZEN);
        }
        for (Scope other : List.of(Scope.site("south"), Scope.visit(JOHANNA, "V2"))) {
            assertThat(new Freezings(made(other, FreezeState.LOCKED)).state(FORM))
                    .isEqualTo(FreezeState.OPEN);
        }
    }

    @Test
    void unlockingAnythingAroundAFormIsRemembered() {
        List<Freezing> steps = new ArrayList<>(made(PARTICIPANT, FreezeState.LOCKED));
        steps.add(new Freezing(PARTICIPANT, 3, FreezeStep.UNLOCK, "Eva", NOON.plusSeconds(60), "a wrong date"));
        Freezings known = new Freezings(steps);

        assertThat(known.unlockedSince(FORM, NOON)).isPresent();
        assertThat(known.unlockedSince(FORM, NOON.plusSeconds(60))).isPresent();
        assertThat(known.unlockedSince(FORM, NOON.plusSeconds(61))).isEmpty();
        assertThat(known.state(FORM)).isEqualTo(FreezeState.FROZEN);
    }

    /** A datum is as the strictest of the scopes around it, in whatever order they were frozen. */
    @Property(seed = "20261129", tries = 300)
    void theStrictestScopeCounts(@ForAll("steps") List<Freezing> steps) {
        Freezings known = new Freezings(steps);

        for (Scope scope : SCOPES) {
            FreezeState strictest = SCOPES.stream()
                    .filter(around -> around.contains(scope))
                    .map(known::own)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(known.state(scope)).isEqualTo(strictest);
            assertThat(known.cause(scope).isPresent()).isEqualTo(!strictest.isOpen());
            SCOPES.stream().filter(around -> around.contains(scope)).forEach(around -> assertThat(known.state(scope))
                    .isGreaterThanOrEqualTo(known.state(around)));
        }
    }

    @Provide
    Arbitrary<List<Freezing>> steps() {
        return Combinators.combine(Arbitraries.of(SCOPES), Arbitraries.of(FreezeStep.class))
                .as((scope, step) -> new Freezing(scope, 1, step, "Eva", NOON, "why"))
                .list()
                .ofMaxSize(12);
    }

    private static Scope scope(Scope.Kind kind) {
        return SCOPES.stream().filter(scope -> scope.kind() == kind).findFirst().orElseThrow();
    }

    /** The steps that bring a scope there. */
    private static List<Freezing> made(Scope scope, FreezeState state) {
        Freezing frozen = new Freezing(scope, 1, FreezeStep.FREEZE, "Eva", NOON, "");
        Freezing locked = new Freezing(scope, 2, FreezeStep.LOCK, "Eva", NOON, "");
        return switch (state) {
            case OPEN -> List.of();
            case FROZEN -> List.of(frozen);
            case LOCKED -> List.of(frozen, locked);
        };
    }
}
