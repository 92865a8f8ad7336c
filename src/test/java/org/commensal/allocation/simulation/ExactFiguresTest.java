package org.commensal.allocation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.OneStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Exact figures against those that others published or computed, to all digits that they give. */
class ExactFiguresTest {

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
