package org.commensal.kits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.instrument.KitNumber;
import org.commensal.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kit numbers are used once, catch a wrong digit, and go with neither kind nor order. */
class KitNumbersTest {

    private static final KitNumbers NUMBERS = new KitNumbers("KIT");
    private static final Map<String, Integer> RATIO = new TreeMap<>(Map.of("ACT", 2, "PBO", 1));
    private static final LocalDate EXPIRY = LocalDate.of(2027, 11, 30);

    @ParameterizedTest
    @ValueSource(strings = {"", "KIT", "KIT-482134", "482134", "KIT-48213", "BOX-482133", "KIT-KIT-482133"})
    void whatIsNoNumberIsRefusedWithAnExample(String typed) {
        assertThatThrownBy(() -> NUMBERS.parse(typed))
                .isInstanceOf(Refusal.class)
                .hasMessage("\"" + typed + "\" is not a kit number. A kit number looks like KIT-482133;"
                        + " check each digit.");
    }

    @ParameterizedTest
    @CsvSource({"KIT-482133", "kit-482133", "482133", "'  KIT-482133 '"})
    void itIsReadAsPeopleTypeIt(String typed) {
        assertThat(NUMBERS.parse(typed)).isEqualTo("KIT-482133");
    }

    @Test
    void moreThanHalfOfAllNumbersAreNotGivenOut() {
        assertThatThrownBy(() -> draw(16_667, Set.of(), 1)).isInstanceOf(Refusal.class);
    }

    @Property(seed = "20261125", tries = 200)
    void aBatchHasWholeSetsOfFreeValidNumbers(
            @ForAll @IntRange(min = 1, max = 60) int sets, @ForAll @IntRange(max = 1_000_000) int seed) {
        Set<String> used = new HashSet<>();
        draw(40, Set.of(), seed + 1).forEach(kit -> used.add(kit.number()));

        List<ListedKit> kits = draw(sets, used, seed);

        assertThat(kits).filteredOn(kit -> kit.kind().equals("ACT")).hasSize(2 * sets);
        assertThat(kits).filteredOn(kit -> kit.kind().equals("PBO")).hasSize(sets);
        assertThat(kits).extracting(ListedKit::number).doesNotHaveDuplicates().doesNotContainAnyElementsOf(used);
        assertThat(kits)
                .allSatisfy(kit ->
                        assertThat(KitNumber.isValid(kit.number().substring(4))).isTrue());
    }

    /** The 0.999 quantile of chi-square with nine degrees of freedom is 27.877. */
    @Test
    void noDigitGoesWithTheKindAndNeitherDoesTheOrder() {
        List<ListedKit> kits = draw(3000, Set.of(), 20261125);
        List<String> numbers = kits.stream().map(ListedKit::number).toList();
        List<String> kinds = kits.stream().map(ListedKit::kind).toList();

        for (int place = 1; place <= DigitsByKind.PLACES; place++) {
            assertThat(DigitsByKind.statistic(numbers, kinds, place))
                    .as("digit " + place)
                    .isLessThan(new BigDecimal("27.877"));
        }
        long placesOfAct = IntStream.range(0, kinds.size())
                .filter(i -> kinds.get(i).equals("ACT"))
                .asLongStream()
                .sum();
        double expected = 6000 * 8999 / 2.0;
        double deviation = Math.sqrt(6000.0 * 3000 * 9001 / 12);
        assertThat(Math.abs(placesOfAct - expected) / deviation)
                .as("rank sum of one kind in the order of the numbers")
                .isLessThan(3.3);
    }

    private static List<ListedKit> draw(int sets, Set<String> used, long seed) {
        return NUMBERS.draw(RATIO, sets, "B1", EXPIRY, used, new SplittableRandom(seed));
    }
}
