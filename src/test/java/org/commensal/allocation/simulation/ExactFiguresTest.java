package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.OneStream;
import org.commensal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Exact figures against those that others published or computed, to all digits that they give. */
class ExactFiguresTest {

    @Test
    void whatHasTooManyStatesIsRefusedAndSaysWhatToDo() {
        AllocationScheme scheme = OneStream.balancing("measure: range;probability: 4/5", "1:1:1");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ExactFigures.of(scheme, 200))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_LARGE);
                    assertThat(refusal.text().en()).contains("200 participants", "simulate");
                });
    }

    /** Of two participants of a minimised trial, by hand: the second is preferred apart with 4/5 where levels are shared. */
    @Test
    void everyParticipantThatMayComeCounts() {
        AllocationScheme scheme = OneStream.balancing("measure: range;probability: 4/5", "1:1");
        ExactFigures.Of figures = ExactFigures.of(scheme, 2);
        double shared = 1.0 / 2 + 1.0 / 3 - 1.0 / 6;
        assertThat(figures.correctGuess()).isCloseTo((.5 + shared * .8 + (1 - shared) * .5) / 2, within(1e-12));
        assertThat(figures.balance()).isCloseTo(shared * .8 + (1 - shared) * .5, within(1e-12));
        assertThat(figures.ratioDeviation()).isLessThan(1e-12);
    }

    @Test
    void aMethodThatDrawsMoreThanArmsHasNoCountOfSequences() {
        assertThat(ExactFigures.of(OneStream.scheme("permuted-blocks", "block-sizes: [2, 4]", "1:1"), 8)
                        .sequences())
                .isZero();
        assertThat(ExactFigures.of(OneStream.scheme("permuted-blocks", "block-sizes: [4]", "1:1"), 8)
                        .sequences())
                .isEqualTo(36);
    }

    /** Each row one figure; the file says whose. */
    @ParameterizedTest(name = "{0} {1} of {2}, {3} participants: {4} is {5}")
    @CsvFileSource(resources = "/allocation/exact-figures.csv", numLinesToSkip = 1)
    void agreeWithTheReference(
            String method, @Nullable String settings, String ratio, int participants, String figure, String value) {
        AllocationScheme scheme = OneStream.scheme(method, settings == null ? "" : settings, ratio);
        int digits = value.contains(".") ? value.length() - value.indexOf('.') - 1 : 0;
        assertThat(figure(ExactFigures.of(scheme, participants), figure))
                .isCloseTo(Double.parseDouble(value), within(0.5000001 * Math.pow(10, -digits)));
    }

    private static double figure(ExactFigures.Of figures, String name) {
        return switch (name) {
            case "correct-guess" -> figures.correctGuess();
            case "deterministic-share" -> figures.deterministicShare();
            case "mean-range" -> figures.meanRange();
            case "mean-max-imbalance" -> figures.meanMaxImbalance();
            case "balance" -> figures.balance();
            case "mean-balance" -> figures.meanBalance();
            case "difference-sd" -> figures.differenceSd();
            case "ratio-deviation" -> figures.ratioDeviation();
            case "sequences" -> figures.sequences();
            case "max-at-most-3" ->
                figures.maxImbalance().headMap(3.5).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
