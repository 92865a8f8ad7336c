package org.commensal.bundle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Ed25519 (RFC 8032): the key that signs releases, and whether a signature is one of it.
 *
 * <p>A signature is the same whenever the same bytes are signed, so that a release that is made again is signed as before.
 */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----\n";

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** Hands out what is secret instead of chance, which is all that a generator of this algorithm asks for. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] secret;

        Given(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, bytes.length);
        }
    }

    /** @param secret 32 bytes, the private key of RFC 8032 */
    public static SigningKey of(byte[] secret) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Given(Arrays.copyOf(secret, 32)));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has Ed25519", impossible);
        }
    }

    /** 128 hexadecimal digits and an end of line. */
    public String sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return HexFormat.of().formatHex(signature.sign()) + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has Ed25519", impossible);
        }
    }

    /** The public key as PEM, by which anybody can check a signature. */
    public String publicKey() {
        return BEGIN + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + END;
    }

    /** By which people tell one public key from another: the SHA-256 of it, in hexadecimal. */
    public static String fingerprint(String publicKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(publicKey.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** Whether a signature is one of this key for this content; what is no key or no signature is none. */
    public static boolean signed(String publicKey, byte[] content, String signature) {
        Optional<PublicKey> key = read(publicKey);
        if (key.isEmpty() || !signature.strip().matches("[0-9a-f]{128}")) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key.get());
            check.update(content);
            return check.verify(HexFormat.of().parseHex(signature.strip()));
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static Optional<PublicKey> read(String pem) {
        String inner = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(inner);
            return Optional.of(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }
}
