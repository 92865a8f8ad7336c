package org.commensal.kits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commensal.kits.Kits.TODAY;
import static org.commensal.kits.Kits.kit;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.commensal.kits.Kit.Step;
import org.junit.jupiter.api.Test;

class KindsTest {

    private static final Map<String, Integer> RATIO = Map.of("ACT", 2, "PBO", 1);

    private final RandomGenerator random = new SplittableRandom(20261125);

    @Test
    void aSiteHasEnoughOnlyWithEveryKind() {
        Kit one = stocked("KIT-100073", 60);

        assertThat(new Kinds(RATIO, Map.of()).complete()).isFalse();
        assertThat(new Kinds(RATIO, Map.of("ACT", List.of(one, one))).complete())
                .isFalse();
        assertThat(new Kinds(RATIO, Map.of("ACT", List.of(one), "PBO", List.of(one))).complete())
                .isTrue();
    }

    @Test
    void whatExpiresFirstGoesFirstAndWhatExpiresTooSoonStays() {
        List<Kit> kits = List.of(stocked("KIT-100073", 90), stocked("KIT-482133", 60), stocked("KIT-904615", 41));
        Map<String, List<Kit>> byKind = Map.of("ACT", kits, "PBO", kits);

        assertThat(Kinds.of(RATIO, byKind, kit -> kit.usable(TODAY, 42)).next("ACT", random))
                .get()
                .extracting(Kit::number)
                .isEqualTo("KIT-482133");
        Kinds tooLate = Kinds.of(RATIO, byKind, kit -> kit.usable(TODAY, 100));
        assertThat(tooLate.next("ACT", random)).isEmpty();
        assertThat(tooLate.complete()).isFalse();
    }

    /** The kit of B1 that stayed behind would be known to be of another kind than what is handed out of B2. */
    @Test
    void aBatchWithoutEveryKindWaitsUntilNoneIsWhole() {
        Kit early = stocked("KIT-100073", 60);
        Kit late = inBatch("B2", stocked("KIT-482133", 90));
        Kit other = inBatch("B2", stocked("KIT-904615", 90));

        assertThat(new Kinds(RATIO, Map.of("ACT", List.of(early, late), "PBO", List.of(other))).next("ACT", random))
                .contains(late);
        assertThat(new Kinds(RATIO, Map.of("ACT", List.of(early), "PBO", List.of(other))).next("ACT", random))
                .contains(early);
        assertThat(new Kinds(RATIO, Map.of("ACT", List.of(early, late), "PBO", List.of(early, other)))
                        .next("ACT", random))
                .contains(early);
    }

    /** Were the lowest number always next, two interleaved rows of numbers would show the kinds. */
    @Test
    void amongThoseThatExpireTogetherAnyIsAsLikely() {
        List<Kit> kits = List.of(stocked("KIT-100073", 60), stocked("KIT-482133", 60), stocked("KIT-904615", 60));
        Map<String, Integer> taken = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            Kinds.first(kits, random).ifPresent(kit -> taken.merge(kit.number(), 1, Integer::sum));
        }

        assertThat(taken).hasSize(3).allSatisfy((number, times) -> assertThat(times)
                .isBetween(900, 1100));
    }

    private static Kit stocked(String number, int goodForDays) {
        return kit(number, TODAY.plusDays(goodForDays), Step.SHIPPED, Step.ARRIVED);
    }

    private static Kit inBatch(String batch, Kit kit) {
        return new Kit(kit.number(), batch, kit.expiry(), false, kit.done());
    }
}
