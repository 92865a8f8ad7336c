package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.allocation.AllocationMethods.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method of the table keeps; a new line is tested by being there. */
class AllocationMethodsTest {

    private static final List<Entry> METHODS = AllocationMethods.TABLE;

    @ParameterizedTest
    @FieldSource("METHODS")
    void theSameSeedAndLevelsAlwaysGiveTheSameLedger(Entry entry) {
        List<Allocation> ledger = Schemes.ledger(scheme(entry), Schemes.SEED, 150);
        assertThat(Schemes.ledger(scheme(entry), Schemes.SEED, 150)).isEqualTo(ledger);
        assertThat(Schemes.ledger(scheme(entry), Schemes.seed(1), 150).equals(ledger))
                .isEqualTo(entry.name().equals("list"));
        assertThat(scheme(entry).replay(Schemes.SEED, ledger)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void everyArmIsReachedAndTheWeightsAreThoseOfADistribution(Entry entry) {
        int arms = entry.ratio().size();
        Set<ArmCode> reached = new HashSet<>();
        for (Allocation allocation : Schemes.ledger(scheme(entry), Schemes.SEED, 300)) {
            assertThat(allocation.weights()).hasSize(arms).allMatch(weight -> weight >= 0);
            long sum = allocation.weights().stream().mapToLong(Long::longValue).sum();
            assertThat(allocation.pick()).isBetween(0L, sum - 1);
            int place = Schemes.arms(arms).indexOf(allocation.arm());
            long before = allocation.weights().stream()
                    .limit(place)
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(allocation.pick() - before)
                    .isBetween(0L, allocation.weights().get(place) - 1);
            reached.add(allocation.arm());
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(Schemes.arms(arms));
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void aKeyThatTheMethodDoesNotKnowIsRefused(Entry entry) {
        assertThat(Schemes.faults(entry.ratio(), yaml(entry, entry.example()) + "\nblok-size: 3"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).isEqualTo("\"blok-size\" is not a key here."));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("settings")
    void aSettingThatMakesNoSenseIsRefusedAtItsLine(Entry entry, String setting) {
        String nonsense = entry.example().replace(setting, setting.replaceFirst(":.*", ": nonsense"));
        int line = 2 + entry.example().lines().toList().indexOf(setting);
        assertThat(Schemes.faults(entry.ratio(), yaml(entry, nonsense)))
                .isNotEmpty()
                .allSatisfy(fault -> {
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.fix()).isNotBlank();
                });
    }

    private static Stream<Arguments> settings() {
        return METHODS.stream().flatMap(entry -> entry.example().lines().map(setting -> Arguments.of(entry, setting)));
    }

    private static AllocationScheme scheme(Entry entry) {
        return Schemes.scheme(entry.ratio(), yaml(entry, entry.example()));
    }

    private static String yaml(Entry entry, String settings) {
        return "method: " + entry.name() + "\n" + settings;
    }
}
