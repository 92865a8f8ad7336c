package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.prng.EntropySource;
import org.bouncycastle.crypto.prng.drbg.HMacSP800DRBG;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HmacDrbgTest {

    @ParameterizedTest(name = "CAVP {0}")
    @CsvFileSource(
            resources = "/allocation/hmac-drbg-cavp.csv",
            useHeadersInDisplayName = true,
            maxCharsPerColumn = 8192)
    void givesTheBytesThatNistPublished(
            String name,
            String entropy,
            String nonce,
            @Nullable String personalisation,
            @Nullable String first,
            @Nullable String second,
            String expected) {
        HmacDrbg generator = new HmacDrbg(bytes(entropy), bytes(nonce), bytes(personalisation));
        generator.generate(expected.length() / 2, bytes(first));
        assertThat(generator.generate(expected.length() / 2, bytes(second))).isEqualTo(bytes(expected));
    }

    @Property(tries = 200, seed = "20261123")
    void givesTheBytesThatAnIndependentImplementationGives(
            @ForAll @Size(32) byte[] entropy,
            @ForAll @Size(16) byte[] nonce,
            @ForAll @Size(max = 40) byte[] personalisation,
            @ForAll @Size(max = 70) byte[] additionalInput,
            @ForAll @IntRange(min = 1, max = 100) int length) {
        HMacSP800DRBG other =
                new HMacSP800DRBG(new HMac(new SHA256Digest()), 256, source(entropy), personalisation, nonce);
        byte @Nullable [] given = additionalInput.length == 0 ? null : additionalInput;
        HmacDrbg ours = new HmacDrbg(entropy, nonce, personalisation);
        for (int request = 0; request < 3; request++) {
            byte[] expected = new byte[length];
            other.generate(expected, given, false);
            assertThat(ours.generate(length, additionalInput)).isEqualTo(expected);
        }
    }

    private static byte[] bytes(@Nullable String hex) {
        return hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
    }

    private static EntropySource source(byte[] entropy) {
        return new EntropySource() {
            @Override
            public boolean isPredictionResistant() {
                return false;
            }

            @Override
            public byte[] getEntropy() {
                return entropy;
            }

            @Override
            public int entropySize() {
                return entropy.length * Byte.SIZE;
            }
        };
    }
}
