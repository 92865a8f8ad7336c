package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.Config;

/**
 * The keys that are not in the database: one for the identity vault, one for sealed seeds.
 *
 * <p>AES-256-GCM with a fresh 96-bit nonce before the ciphertext; the label is authenticated with it, so that what was
 * sealed for one purpose or participant cannot be opened as another.
 */
@ApplicationScoped
public class SealingKey {

    /** What a key is for. The config key is {@code app.key.vault} or {@code app.key.seed}: 32 bytes in Base64. */
    public enum Purpose {
        VAULT,
        SEED;

        public String configKey() {
            return "app.key." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Config config;

    /** A name of the key that tells nothing of it, kept beside what it sealed. */
    public String name(Purpose purpose) {
        return HexFormat.of().formatHex(derived(purpose, "key-name"), 0, 8);
    }

    /** 32 bytes that are always the same for this key and label, and tell nothing of the key or of those of other labels. */
    public byte[] derived(Purpose purpose, String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(purpose));
            return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }

    /** 43 characters for an address, which only somebody with the key could have made for this text. */
    public String sign(Purpose purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key(purpose));
            byte[] signature = mac.doFinal(("signature/" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HmacSHA256", impossible);
        }
    }

    /** Whether a signature is the one of this text; takes as long where it is not. */
    public boolean signed(Purpose purpose, String text, String signature) {
        return Secrets.same(sign(purpose, text), signature);
    }

    public byte[] seal(Purpose purpose, byte[] plain, String label) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, plain, label);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @param keyName which key it was sealed with; another key is a fault of the configuration */
    public byte[] open(Purpose purpose, String keyName, byte[] sealed, String label) {
        if (!keyName.equals(name(purpose))) {
            throw new IllegalStateException(purpose.configKey()
                    + " is not the key that this was sealed with. Configure the key named " + keyName);
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length), label);
    }

    private byte[] crypt(int mode, Purpose purpose, byte[] nonce, byte[] bytes, String label) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("what was sealed as " + purpose + " cannot be opened", broken);
        }
    }

    private SecretKeySpec key(Purpose purpose) {
        return new SecretKeySpec(Base64.getDecoder().decode(config.getValue(purpose.configKey(), String.class)), "AES");
    }
}
