package org.commensal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files beside the pages, each under a URL that changes when any of them changes, so that a browser may keep them
 * for ever. What is not in this table is not served.
 */
final class Assets {

    /** A file as it is sent. */
    record Asset(String type, byte[] bytes) {}

    private static final Map<String, String> TYPES = Map.of(
            "style.css", "text/css; charset=utf-8",
            "diary.js", "text/javascript; charset=utf-8",
            "progress.js", "text/javascript; charset=utf-8",
            "mark.svg", "image/svg+xml",
            "atkinson-hyperlegible-next.woff2", "font/woff2",
            "atkinson-hyperlegible-next-OFL.txt", "text/plain; charset=utf-8");

    private static final SortedMap<String, Asset> FILES = new TreeMap<>();
    private static final String VERSION;

    static {
        TYPES.forEach((name, type) -> FILES.put(name, new Asset(type, read(name))));
        VERSION = hash();
    }

    private Assets() {}

    /** The path of a file below the root of the application. */
    static String url(String name) {
        if (!FILES.containsKey(name)) {
            throw new IllegalArgumentException("no asset is named " + name);
        }
        return "/assets/" + VERSION + "/" + name;
    }

    static Optional<Asset> find(String name) {
        return Optional.ofNullable(FILES.get(name));
    }

    static boolean isCurrent(String version) {
        return VERSION.equals(version);
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FILES.values().forEach(file -> digest.update(file.bytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
