package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class LengthPrefixedTest {

    @Test
    void writesTheLengthInBytesNotInCharacters() {
        assertThat(HexFormat.of().formatHex(LengthPrefixed.of("\u00e9", ""))).isEqualTo("00000002c3a900000000");
    }

    @Property(tries = 200, seed = "20261123")
    void differentPairsNeverGiveTheSameBytes(
            @ForAll @AlphaChars String a, @ForAll @AlphaChars String b, @ForAll @AlphaChars String c) {
        Assume.that(!b.isEmpty());
        assertThat(LengthPrefixed.of(a + b, c)).isNotEqualTo(LengthPrefixed.of(a, b + c));
    }
}
