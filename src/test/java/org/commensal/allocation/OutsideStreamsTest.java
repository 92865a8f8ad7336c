package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commensal.allocation.OutsideStreams.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allocations that no stream of a scheme makes. */
class OutsideStreamsTest {

    private static final Map<String, String> LEVELS = Map.of("site", "S1", "aura", "no");
    private static final int ENVELOPES = 3000;
    private static final AllocationScheme SCHEME =
            Schemes.scheme(List.of(2, 1), "method: block-urn\nlambda: 2\nunequal-ratio: fake-arms");
    private static final OutsideStreams OUTSIDE = SCHEME.outside(Schemes.SEED);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "all, RANDOMISED",
        "site=S1;aura=no, RANDOMISED",
        "forced=yes, RANDOMISED",
        "envelopes=few, RANDOMISED",
        "envelopes/north, ENVELOPE",
        "forced/LUM-0147-6, FORCED"
    })
    void theNameOfAStreamSaysHow(String stream, Way way) {
        assertThat(Way.of(stream)).isEqualTo(way);
    }

    @Test
    void anEnvelopeHoldsWhatItHoldsWhoeverItIsOpenedForAndInWhateverOrder() {
        List<Allocation> forwards = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> OUTSIDE.envelope("north", number, Map.of()))
                .toList();
        for (int number = 40; number > 0; number--) {
            assertThat(OUTSIDE.envelope("north", number, LEVELS).arm())
                    .isEqualTo(forwards.get(number - 1).arm());
        }
    }

    @Test
    void envelopesFollowTheRatioAndSitesAndSeedsDiffer() {
        List<ArmCode> north = held(OUTSIDE, "north");
        ArmCode first = SCHEME.arms().get(0);

        assertThat(north.stream().filter(first::equals).count() / (double) ENVELOPES)
                .isCloseTo(2 / 3.0, within(0.03));
        assertThat(held(OUTSIDE, "south")).isNotEqualTo(north);
        assertThat(held(SCHEME.outside(Schemes.SEED.with(List.of("other"))), "north"))
                .isNotEqualTo(north);
    }

    private static List<ArmCode> held(OutsideStreams outside, String site) {
        return IntStream.rangeClosed(1, ENVELOPES)
                .mapToObj(number -> outside.envelope(site, number, Map.of()).arm())
                .toList();
    }

    @Test
    void whoeverFollowsDrawsNothing() {
        for (ArmCode arm : SCHEME.arms()) {
            Allocation forced = OUTSIDE.forced("LUM-0147-6", 2, arm, LEVELS);

            assertThat(forced.arm()).isEqualTo(arm);
            assertThat(forced.pick()).isZero();
            assertThat(forced.draws()).isZero();
            assertThat(forced.weights()).containsOnlyOnce(1L).hasSize(2);
            assertThat(forced.weights().get(SCHEME.arms().indexOf(arm))).isEqualTo(1);
            assertThat(forced.stream()).isEqualTo("forced/LUM-0147-6");
        }
    }
}
