package org.commensal.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the servers of the journeys are configured with, and where they work. */
final class Settings {

    static final String ORIGIN = "https://trials.example.org";
    static final String SET_UP_TOKEN = "a-set-up-token-for-tests";
    static final byte[] SEED_KEY = filled(7);

    /** In which a test says where a request comes from; others come from this machine. */
    static final String ADDRESS = "X-Forwarded-For";

    private Settings() {}

    /** All that production needs but a database. */
    static Map<String, String> production() {
        return Map.of(
                "app.mode",
                "production",
                "app.origin",
                ORIGIN,
                "app.client-address-header",
                ADDRESS,
                "app.key.vault",
                Base64.getEncoder().encodeToString(filled(3)),
                "app.key.seed",
                Base64.getEncoder().encodeToString(SEED_KEY),
                "app.setup-token",
                SET_UP_TOKEN);
    }

    /** A demonstration, which brings everything itself. */
    static Map<String, String> demo() {
        return Map.of("app.mode", "demo");
    }

    static Map<String, String> h2() {
        return Map.of("database.url", "jdbc:h2:file:./data/trials", "database.user", "trials");
    }

    static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** An empty folder for a server to work in. */
    static Path folder(String name) {
        Path folder = Path.of("target", "journeys", name).toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) value);
        return key;
    }
}
