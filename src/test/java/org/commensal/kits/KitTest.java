package org.commensal.kits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.commensal.kits.Kits.TODAY;
import static org.commensal.kits.Kits.kit;
import static org.commensal.kits.Kits.recalled;

import java.util.Arrays;
import java.util.List;
import org.commensal.kernel.Refusal;
import org.commensal.kits.Kit.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a kit is follows from what happened to it, and decides what may happen next. */
class KitTest {

    @ParameterizedTest(name = "{0} may be followed by {1}")
    @CsvSource(delimiter = '|', textBlock = """
            LISTED    | SHIPPED LOST DAMAGED DESTROYED
            SHIPPED   | ARRIVED LOST DAMAGED
            ARRIVED   | ASSIGNED LOST DAMAGED DESTROYED
            ASSIGNED  | LOST DAMAGED RETURNED
            LOST      | RETURNED
            DAMAGED   | RETURNED DESTROYED
            RETURNED  | DESTROYED
            DESTROYED |
            """)
    void nothingElseMayFollow(Step step, String next) {
        List<Step> follow = next == null
                ? List.of()
                : Arrays.stream(next.split(" ")).map(Step::valueOf).toList();

        assertThat(Step.values()).filteredOn(step::leadsTo).containsExactlyElementsOf(follow);
    }

    @Test
    void whatMayNotFollowIsRefusedInWords() {
        Kit lost = kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.LOST);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> KitRules.mayFollow(lost, Step.DAMAGED));

        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CONFLICT);
        assertThat(refusal.text().en()).isEqualTo("Kit KIT-482133 is lost, so it cannot be damaged.");
        assertThat(refusal.text().nl()).isEqualTo("Verpakking KIT-482133 is kwijt en kan dus niet worden beschadigd.");
    }

    @Test
    void itIsWhereTheLastThingThatHappenedLeftIt() {
        assertThat(kit("KIT-482133", TODAY).state()).isEqualTo(Step.LISTED);
        assertThat(kit("KIT-482133", TODAY, Step.SHIPPED).state()).isEqualTo(Step.SHIPPED);
        assertThat(kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED, Step.RETURNED)
                        .state())
                .isEqualTo(Step.RETURNED);
    }

    @Test
    void itCanBeHandedOutUntilTheDayOnWhichItIsStillGoodLongEnough() {
        Kit kit = kit("KIT-482133", TODAY.plusDays(42), Step.SHIPPED, Step.ARRIVED);

        assertThat(kit.usable(TODAY, 42)).isTrue();
        assertThat(kit.usable(TODAY.plusDays(1), 42)).isFalse();
        assertThat(recalled(kit).usable(TODAY, 42)).isFalse();
        assertThat(kit("KIT-482133", TODAY.plusDays(42), Step.SHIPPED).usable(TODAY, 42))
                .isFalse();
        assertThat(kit("KIT-482133", TODAY.plusDays(42), Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED)
                        .usable(TODAY, 42))
                .isFalse();
    }

    @Test
    void onlyOneThatWasHandedOutCanBeReplaced() {
        assertThat(kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.DAMAGED)
                        .failed())
                .isFalse();
        assertThat(kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED)
                        .failed())
                .isFalse();
        assertThat(kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED, Step.LOST)
                        .failed())
                .isTrue();
        assertThat(recalled(kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED))
                        .failed())
                .isTrue();
        assertThat(recalled(kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED, Step.RETURNED))
                        .failed())
                .isFalse();
    }

    @Test
    void whoKnowsWhatIsInItIsNotToldWhoHasIt() {
        Kit kit = kit("KIT-482133", TODAY, Step.SHIPPED, Step.ARRIVED, Step.ASSIGNED);

        assertThat(kit.participant()).contains(Kits.SOMEBODY);
        assertThat(kit.withoutParticipant().participant()).isEmpty();
        assertThat(kit.withoutParticipant().toString()).doesNotContain(Kits.SOMEBODY.value());
    }
}
