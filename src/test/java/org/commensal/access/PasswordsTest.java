package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.commensal.access.Passwords.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final String PASSWORD = "vijf groene fietsen";

    /** Made by the reference implementation of the winners of the Password Hashing Competition (libargon2 20190702). */
    private static final String BY_LIBARGON2 =
            "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw" + "$5GKkJ7b1m3vaC0q8Rr2uV4js9aJCmSMZoDKzCE8uyQg";

    @Test
    void anotherPasswordDoesNotFit() {
        assertThat(Passwords.fits("vijf groene fietseN", BY_LIBARGON2)).isFalse();
        assertThat(Passwords.fits("", BY_LIBARGON2)).isFalse();
    }

    @Test
    void noPasswordFitsTheVerifierOfNobody() {
        assertThat(Passwords.fits(PASSWORD, Passwords.OF_NOBODY)).isFalse();
        assertThat(Passwords.isOutdated(Passwords.OF_NOBODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vijf groene fietsen",
                "$argon2i$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$5GKkJ7b1m3vaC0q8Rr2uV4js9aJCmSMZoDKzCE8uyQg",
                "$argon2id$v=19$m=9999999,t=99,p=1$AAECAwQFBgcICQoLDA0ODw$5GKkJ7b1m3vaC0q8Rr2uV4js9aJCmSMZoDKzCE8uyQg"
            })
    void nothingFitsAVerifierThatCannotBeReadOrWouldCostTooMuch(String verifier) {
        assertThat(Passwords.fits(PASSWORD, verifier)).isFalse();
        assertThat(Passwords.isOutdated(verifier)).isTrue();
    }

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(Passwords.fits(PASSWORD, BY_LIBARGON2)).isTrue();
    }

    @Test
    void theSamePasswordHasAnotherVerifierEachTime() {
        String first = Passwords.verifier(PASSWORD);
        String second = Passwords.verifier(PASSWORD);

        assertThat(first).isNotEqualTo(second).doesNotContain("fietsen");
        assertThat(Passwords.fits(PASSWORD, first)).isTrue();
        assertThat(Passwords.fits(PASSWORD, second)).isTrue();
    }

    @Test
    void aWeakerVerifierStillWorksAndIsOutdated() {
        String weak = Passwords.verifier(PASSWORD, new Strength(64, 1));

        assertThat(Passwords.fits(PASSWORD, weak)).isTrue();
        assertThat(Passwords.isOutdated(weak)).isTrue();
        assertThat(Passwords.isOutdated(BY_LIBARGON2)).isFalse();
    }

    @Test
    void anAccentTypedInTwoWaysIsTheSamePassword() {
        String weak = Passwords.verifier("caf\u00e9 op de hoek", new Strength(64, 1));

        assertThat(Passwords.fits("cafe\u0301 op de hoek", weak)).isTrue();
    }
}
