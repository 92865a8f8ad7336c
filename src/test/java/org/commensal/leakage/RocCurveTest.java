package org.commensal.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The area under the curve, counted pair by pair. */
class RocCurveTest {

    private static final byte[] ARMS = {1, 1, 0, 0, 0};

    @Test
    void nobodyToCompareGivesAHalf() {
        assertThat(RocCurve.area(new double[] {1, 2}, new byte[] {1, 1}, 1)).isEqualTo(0.5);
        assertThat(RocCurve.area(new double[] {1, 2}, new byte[] {1, 1}, 0)).isEqualTo(0.5);
    }

    /** Of the six pairs four are in order and one is tied. */
    @Test
    void itIsTheShareOfPairsInOrder() {
        assertThat(RocCurve.area(new double[] {5, 3, 4, 3, 1}, ARMS, 1)).isCloseTo(4.5 / 6, within(1e-12));
        assertThat(RocCurve.area(new double[] {9, 8, 3, 2, 1}, ARMS, 1)).isEqualTo(1);
        assertThat(RocCurve.area(new double[] {9, 8, 3, 2, 1}, ARMS, 0)).isZero();
    }
}
