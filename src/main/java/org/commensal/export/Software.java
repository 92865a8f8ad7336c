package org.commensal.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which version of the software this is, as it was built. */
final class Software {

    private Software() {}

    static String version() {
        try (InputStream in = Objects.requireNonNull(Software.class.getResourceAsStream("software.properties"))) {
            Properties built = new Properties();
            built.load(in);
            return built.getProperty("version", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
