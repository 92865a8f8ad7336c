package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.commensal.allocation.Draws.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawsTest {

    private static final byte[] KEY = Sha256.hash(new byte[] {1});
    private static final BigInteger WORDS = BigInteger.TWO.pow(64);

    @Test
    void aLabelGivesTheSameNumberEachTimeAndIndependentlyOfOtherLabels() {
        Draws draws = new Draws(KEY, 7);
        Drawn arm = draws.drawn(Draws.ARM, Long.MAX_VALUE);
        draws.drawn("block-size", 2);
        assertThat(draws.drawn(Draws.ARM, Long.MAX_VALUE)).isEqualTo(arm);
        assertThat(draws.drawn("block-size", Long.MAX_VALUE)).isNotEqualTo(arm);
        assertThat(new Draws(KEY, 8).drawn(Draws.ARM, Long.MAX_VALUE)).isNotEqualTo(arm);
    }

    @Property(seed = "20261123")
    void rejectsFromTheLargestMultipleOnAndCountsWhatItRejected(@ForAll @LongRange(min = 1) long bound) {
        BigInteger n = BigInteger.valueOf(bound);
        BigInteger multiple = WORDS.divide(n).multiply(n);
        long lastAccepted = multiple.subtract(BigInteger.ONE).longValue();
        assertThat(draw(bound, lastAccepted)).isEqualTo(new Drawn(bound - 1, 1));
        if (!multiple.equals(WORDS)) {
            assertThat(draw(bound, multiple.longValue(), -1, 0)).isEqualTo(new Drawn(0, 3));
        }
    }

    @Property(seed = "20261123")
    void readsWordsWithoutASign(@ForAll long word, @ForAll @LongRange(min = 1) long bound) {
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
        BigInteger n = BigInteger.valueOf(bound);
        boolean accepted = unsigned.compareTo(WORDS.divide(n).multiply(n)) < 0;
        Drawn expected = accepted ? new Drawn(unsigned.mod(n).longValue(), 1) : new Drawn(0, 2);
        assertThat(draw(bound, word, 0)).isEqualTo(expected);
    }

    private static Drawn draw(long bound, long... words) {
        PrimitiveIterator.OfLong next = LongStream.of(words).iterator();
        return Draws.below(next::nextLong, bound);
    }

    /** Pearson's chi-square over a million numbers, against its .999 quantile for bound − 1 degrees of freedom. */
    @ParameterizedTest
    @CsvSource({"10, 27.877", "7, 22.458"})
    void theNumbersAreUniform(int bound, double quantile) {
        HmacDrbg generator = new HmacDrbg(KEY, new byte[16], new byte[0]);
        int draws = 1_000_000;
        long[] seen = new long[bound];
        for (int i = 0; i < draws; i++) {
            seen[(int) Draws.below(generator::word, bound).value()]++;
        }
        double expected = (double) draws / bound;
        double chiSquare = LongStream.of(seen)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(quantile);
    }
}
