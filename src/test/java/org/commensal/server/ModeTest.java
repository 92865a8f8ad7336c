package org.commensal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that nobody configured does not start, and says all that it needs at once. */
class ModeTest {

    private static final String KEY = "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=";
    private static final String OTHER_KEY = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";
    private static final Map<String, String> PRODUCTION = Map.of(
            "app.mode", "production",
            "database.url", "jdbc:postgresql://localhost/trials",
            "database.user", "trials_app",
            "app.origin", "https://trials.example.org",
            "app.key.vault", KEY,
            "app.key.seed", OTHER_KEY);

    @Test
    void withoutAModeItDoesNotStart() {
        assertThat(faults(Map.of())).singleElement().asString().contains("app.mode (APP_MODE)");
        assertThat(faults(Map.of("app.mode", "prod"))).hasSize(1);
    }

    @Test
    void aDemonstrationNeedsNothing() {
        assertThat(faults(Map.of("app.mode", "demo"))).isEmpty();
    }

    @Test
    void productionNamesEverythingThatIsMissing() {
        assertThat(faults(Map.of("app.mode", "production")))
                .hasSize(5)
                .anySatisfy(fault -> assertThat(fault).startsWith("database.url (DATABASE_URL)"))
                .anySatisfy(fault -> assertThat(fault).startsWith("database.user (DATABASE_USER)"))
                .anySatisfy(fault -> assertThat(fault).startsWith("app.origin (APP_ORIGIN)"))
                .anySatisfy(fault -> assertThat(fault).startsWith("app.key.vault (APP_KEY_VAULT)"))
                .anySatisfy(fault -> assertThat(fault).startsWith("app.key.seed (APP_KEY_SEED)"));
        assertThat(faults(PRODUCTION)).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "database.url, ' '",
        "database.user, ' '",
        "app.origin, http://trials.example.org",
        "app.key.vault, AwMD",
        "app.key.seed, no base 64!",
        "app.key.seed, " + KEY,
        "mail.security, no",
    })
    void oneWrongValueIsOneFault(String key, String value) {
        Map<String, String> settings = new HashMap<>(PRODUCTION);
        settings.put(key, value);

        assertThat(faults(settings)).singleElement().asString().startsWith(key);
    }

    @Test
    void whoSendsMailSaysFromWhom() {
        Map<String, String> settings = new HashMap<>(PRODUCTION);
        settings.put("mail.host", "mail.example.org");
        assertThat(faults(settings)).singleElement().asString().startsWith("mail.from (MAIL_FROM)");

        settings.put("mail.from", "trials@example.org");
        assertThat(faults(settings)).isEmpty();
    }

    private static List<String> faults(Map<String, String> settings) {
        return Mode.faults(new FixedConfig(settings));
    }
}
