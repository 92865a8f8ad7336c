package org.commensal.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final SignInName CARLA = SignInName.typed("carla");

    @ParameterizedTest
    @CsvSource({
        "elevenchars, false",
        "seven77, true",
        "'', true",
    })
    void refusesAShortOne(String password, boolean participant) {
        assertThat(PasswordRules.faults(password, CARLA, participant))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/password");
                    assertThat(fault.message().en()).contains("has " + password.length() + " characters");
                });
    }

    @Test
    void refusesOneLongerThanTwoHundred() {
        assertThat(PasswordRules.faults("ab c".repeat(50) + "d", CARLA, false)).hasSize(1);
        assertThat(PasswordRules.faults("ab c".repeat(50), CARLA, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mijn CARLA fiets", "carlacarlacarla"})
    void refusesTheSignInNameInside(String password) {
        assertThat(PasswordRules.faults(password, CARLA, false)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Wachtwoord2026!",
                "123456789012",
                "ababababababab",
                "QWERTYUIOP123",
                "correct horse battery staple"
            })
    void refusesOneThatEverybodyTriesFirst(String password) {
        assertThat(PasswordRules.faults(password, CARLA, false)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"vijf groene fietsen, false", "twaalftekens, false", "achtuurs, true"})
    void takesALongOne(String password, boolean participant) {
        assertThat(PasswordRules.faults(password, CARLA, participant)).isEmpty();
    }
}
