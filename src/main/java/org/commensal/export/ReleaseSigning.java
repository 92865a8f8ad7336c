package org.commensal.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.bundle.SigningKey;

/** The key that signs the releases of this server. It follows from the key of sealed seeds, and is not stored. */
@ApplicationScoped
public class ReleaseSigning {

    @Inject
    SealingKey keys;

    SigningKey key() {
        return SigningKey.of(keys.derived(Purpose.SEED, "release-signature"));
    }

    /** The public key as PEM, which anybody may have. */
    public String publicKey() {
        return key().publicKey();
    }
}
