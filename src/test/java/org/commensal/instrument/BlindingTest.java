package org.commensal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.instrument.Blinding.Guesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guesses of the active arm, then of the placebo arm: active, placebo, does not know. */
class BlindingTest {

    private static BigDecimal rounded(Optional<BigDecimal> index) {
        return index.orElseThrow().setScale(4, RoundingMode.HALF_UP);
    }

    @Test
    void refusesANegativeNumberOfPeople() {
        assertThatThrownBy(() -> new Guesses(1, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotKnownWithoutParticipants() {
        Blinding nobody = new Blinding(new Guesses(0, 0, 0), new Guesses(0, 0, 0));

        assertThat(nobody.bangOfActive()).isEmpty();
        assertThat(nobody.bangOfPlacebo()).isEmpty();
        assertThat(nobody.james()).isEmpty();
        assertThat(new Blinding(new Guesses(9, 0, 0), new Guesses(0, 0, 0)).james())
                .isEmpty();
    }

    /** The matrices and results of the package BI for R (Schwartz). */
    @ParameterizedTest
    @CsvSource({"82, 25, 170, 27, 29, 83, 0.7479, 0.2058, 0.0144", "48, 4, 330, 22, 30, 319, 0.8964, 0.1152, 0.0216"})
    void isAsThePackageComputesIt(
            int aa, int ap, int ad, int pa, int pp, int pd, BigDecimal james, BigDecimal active, BigDecimal placebo) {
        Blinding blinding = new Blinding(new Guesses(aa, ap, ad), new Guesses(pa, pp, pd));

        assertThat(rounded(blinding.james())).isEqualTo(james);
        assertThat(rounded(blinding.bangOfActive())).isEqualTo(active);
        assertThat(rounded(blinding.bangOfPlacebo())).isEqualTo(placebo);
    }

    @Test
    void knowsTheEndsOfItsScales() {
        Blinding allKnow = new Blinding(new Guesses(20, 0, 0), new Guesses(0, 20, 0));
        Blinding noneKnows = new Blinding(new Guesses(0, 0, 20), new Guesses(0, 0, 20));
        Blinding chance = new Blinding(new Guesses(10, 10, 0), new Guesses(10, 10, 0));

        assertThat(rounded(allKnow.james())).isEqualByComparingTo("0");
        assertThat(rounded(allKnow.bangOfActive())).isEqualByComparingTo("1");
        assertThat(rounded(noneKnows.james())).isEqualByComparingTo("1");
        assertThat(rounded(noneKnows.bangOfPlacebo())).isEqualByComparingTo("0");
        assertThat(rounded(chance.james())).isEqualByComparingTo("0.5");
        assertThat(rounded(chance.bangOfActive())).isEqualByComparingTo("0");
    }

    @Property(seed = "20261124")
    void staysOnItsScaleAndTurnsWithTheArms(
            @ForAll @IntRange(max = 500) int aa,
            @ForAll @IntRange(max = 500) int ap,
            @ForAll @IntRange(max = 500) int ad,
            @ForAll @IntRange(max = 500) int pa,
            @ForAll @IntRange(max = 500) int pp,
            @ForAll @IntRange(max = 500) int pd) {
        Blinding blinding = new Blinding(new Guesses(aa, ap, ad), new Guesses(pa, pp, pd));
        Blinding turned = new Blinding(new Guesses(pp, pa, pd), new Guesses(ap, aa, ad));

        assertThat(blinding.bangOfActive()).isEqualTo(turned.bangOfPlacebo());
        assertThat(blinding.james()).isEqualTo(turned.james());
        blinding.bangOfActive()
                .ifPresent(index -> assertThat(index).isBetween(BigDecimal.ONE.negate(), BigDecimal.ONE));
        blinding.james().ifPresent(index -> assertThat(index.signum()).isNotNegative());
    }
}
