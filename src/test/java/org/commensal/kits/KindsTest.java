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

        assertThat(Kinds.each(Map.of(), RATIO, 1)).isFalse();
        assertThat(Kinds.each(Map.of("ACT", List.of(one, one)), RATIO, 1)).isFalse();
        assertThat(Kinds.each(Map.of("ACT", List.of(one), "PBO", List.of(one)), RATIO, 1))
                .isTrue();
    }

    @Test
    void whatExpiresFirstGoesFirstAndWhatExpiresTooSoonStays() {
        List<Kit> kits = List.of(stocked("KIT-100073", 90), stocked("KIT-482133", 60), stocked("KIT-904615", 41));

        assertThat(Kinds.next(kits, kit -> kit.usable(TODAY, 42), random))
                .get()
                .extracting(Kit::number)
                .isEqualTo("KIT-482133");
        assertThat(Kinds.next(kits, kit -> kit.usable(TODAY, 100), random)).isEmpty();
    }

    /** Were the lowest number always next, two interleaved rows of numbers would show the kinds. */
    @Test
    void amongThoseThatExpireTogetherAnyIsAsLikely() {
        List<Kit> kits = List.of(stocked("KIT-100073", 60), stocked("KIT-482133", 60), stocked("KIT-904615", 60));
        Map<String, Integer> taken = new TreeMap<>();
        for (int i = 0; i < 3000; i++) {
            Kinds.next(kits, kit -> true, random).ifPresent(kit -> taken.merge(kit.number(), 1, Integer::sum));
        }

        assertThat(taken).hasSize(3).allSatisfy((number, times) -> assertThat(times)
                .isBetween(900, 1100));
    }

    private static Kit stocked(String number, int goodForDays) {
        return kit(number, TODAY.plusDays(goodForDays), Step.SHIPPED, Step.ARRIVED);
    }
}
