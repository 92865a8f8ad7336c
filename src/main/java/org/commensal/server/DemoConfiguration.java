package org.commensal.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.commensal.access.SealingKey.Purpose;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration needs and nobody has to set: an embedded database in {@code data/}, and keys that are made at the
 * first start and lie beside it. Anything that is set elsewhere wins. Empty outside a demonstration.
 */
public class DemoConfiguration implements ConfigSource {

    private static final Path FOLDER = Path.of("data");

    private final Map<String, String> values;

    public DemoConfiguration() {
        boolean demo = "demo".equals(System.getProperty("app.mode", System.getenv("APP_MODE")));
        this.values = demo ? demo() : Map.of();
    }

    private static Map<String, String> demo() {
        Map<String, String> values = new HashMap<>();
        values.put("database.url", "jdbc:h2:file:./" + FOLDER + "/trials");
        values.put("database.user", "trials");
        values.put("app.origin", "http://localhost:8080");
        keys().forEach((name, key) -> values.put((String) name, (String) key));
        return values;
    }

    private static Properties keys() {
        Path file = FOLDER.resolve("demo-keys.properties");
        Properties keys = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader in = Files.newBufferedReader(file)) {
                    keys.load(in);
                }
            } else {
                for (Purpose purpose : Purpose.values()) {
                    byte[] key = new byte[32];
                    new SecureRandom().nextBytes(key);
                    keys.setProperty(purpose.configKey(), Base64.getEncoder().encodeToString(key));
                }
                Files.createDirectories(FOLDER);
                try (Writer out = Files.newBufferedWriter(file)) {
                    keys.store(out, "Keys of this demonstration. Without them its data cannot be read.");
                }
            }
            return keys;
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder data/ cannot be written", failed);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return values.get(name);
    }

    @Override
    public int getOrdinal() {
        return 50;
    }

    @Override
    public String getName() {
        return "demonstration";
    }
}
