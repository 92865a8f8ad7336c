package org.commensal.studies;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commensal.protocol.StudyFolder;

/** The study folders and the instrument library that come with the server. */
public final class ShippedStudies {

    private static final String ROOT = "/study-protocols/";

    private ShippedStudies() {}

    /** A shipped study with the instruments that it refers to. */
    public static StudyFolder folder(String id) {
        return StudyFolder.of(root().resolve(id));
    }

    /** The instrument library, by path as {@code instruments/phq-9.yaml}. */
    static Map<String, byte[]> instruments() {
        SortedMap<String, byte[]> library = new TreeMap<>();
        StudyFolder.of(root().resolve("instruments"))
                .files()
                .forEach((path, content) -> library.put("instruments/" + path, content));
        return library;
    }

    private static Path root() {
        try {
            URL found = Objects.requireNonNull(ShippedStudies.class.getResource(ROOT), "no shipped studies");
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
