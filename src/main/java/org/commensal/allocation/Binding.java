package org.commensal.allocation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How one scheme is tied to a seed: the commitment published at activation, the key of each stream, and that of its chain.
 *
 * <p>The decision page "Every allocation can be computed again" states each byte; change nothing here, add a version.
 */
final class Binding {

    private static final byte[] COMMITMENT = ascii("TRIAL-RAND-COMMIT-v1");
    private static final byte[] STREAMS = ascii("TRIAL-RAND-v1");
    private static final String CHAIN = "chain";

    private final String study;
    private final String version;
    private final byte[] schemeHash;

    Binding(String study, String version, String canonicalScheme) {
        this.study = study;
        this.version = version;
        this.schemeHash = Sha256.hash(canonicalScheme.getBytes(StandardCharsets.UTF_8));
    }

    byte[] schemeHash() {
        return schemeHash.clone();
    }

    String commitment(Seed seed) {
        byte[] commitment = Sha256.hash(COMMITMENT, LengthPrefixed.of(study), schemeHash, seed.bytes());
        return HexFormat.of().formatHex(commitment);
    }

    byte[] streamKey(Seed seed, String stream) {
        return key(seed, study, version, stream);
    }

    byte[] chainKey(Seed seed, String stream) {
        return key(seed, study, version, stream, CHAIN);
    }

    private byte[] key(Seed seed, String... purpose) {
        byte[] salt = new byte[STREAMS.length + schemeHash.length];
        System.arraycopy(STREAMS, 0, salt, 0, STREAMS.length);
        System.arraycopy(schemeHash, 0, salt, STREAMS.length, schemeHash.length);
        return Hkdf.expand(Hkdf.extract(salt, seed.bytes()), LengthPrefixed.of(purpose), Sha256.BYTES);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
