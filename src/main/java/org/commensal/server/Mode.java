package org.commensal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commensal.access.SealingKey.Purpose;
import org.eclipse.microprofile.config.Config;

/**
 * Whether this is a demonstration or production, and what production needs before it may start.
 *
 * <p>There is no default: a server that nobody configured does not start.
 */
@ApplicationScoped
public class Mode {

    private static final int KEY_BYTES = 32;
    private static final Set<String> MAIL_SECURITY = Set.of("starttls", "tls", "none");

    @Inject
    Config config;

    public boolean isDemo() {
        return value(config, "app.mode").filter("demo"::equals).isPresent();
    }

    /** Everything that must be set and is not, a line each with what to do; empty where the server may start. */
    static List<String> faults(Config config) {
        String mode = value(config, "app.mode").orElse("");
        if (mode.equals("demo")) {
            return List.of();
        }
        if (!mode.equals("production")) {
            return List.of("app.mode (APP_MODE) must be set to production, or to demo for a demonstration.");
        }
        List<String> faults = new ArrayList<>();
        if (value(config, "database.url").isEmpty()) {
            faults.add("database.url (DATABASE_URL) must be set, as in jdbc:postgresql://localhost/trials.");
        }
        if (value(config, "database.user").isEmpty()) {
            faults.add("database.user (DATABASE_USER) must be set, as in trials_app.");
        }
        if (value(config, "app.origin")
                .filter(origin -> origin.startsWith("https://"))
                .isEmpty()) {
            faults.add(
                    "app.origin (APP_ORIGIN) must be the address that people use, as in https://trials.example.org.");
        }
        for (Purpose purpose : Purpose.values()) {
            keyFault(config, purpose).ifPresent(faults::add);
        }
        if (value(config, "mail.host").isPresent() && value(config, "mail.from").isEmpty()) {
            faults.add("mail.from (MAIL_FROM) must be the address that mails come from, as in trials@example.org.");
        }
        if (!MAIL_SECURITY.contains(value(config, "mail.security").orElse("starttls"))) {
            faults.add("mail.security (MAIL_SECURITY) must be starttls, tls or none.");
        }
        if (value(config, Purpose.VAULT.configKey()).equals(value(config, Purpose.SEED.configKey()))
                && faults.isEmpty()) {
            faults.add(Purpose.SEED.configKey() + " must be another key than " + Purpose.VAULT.configKey() + ".");
        }
        return faults;
    }

    private static Optional<String> keyFault(Config config, Purpose purpose) {
        boolean good = value(config, purpose.configKey()).filter(Mode::isKey).isPresent();
        return good
                ? Optional.empty()
                : Optional.of(purpose.configKey() + " ("
                        + purpose.configKey().toUpperCase(Locale.ROOT).replace('.', '_')
                        + ") must be 32 random bytes in Base64. Make them with: openssl rand -base64 32");
    }

    private static boolean isKey(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Optional<String> value(Config config, String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
