package org.commensal.web;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("style.css", "text/css; charset=utf-8"),
            entry("progress.js", SCRIPT),
            entry("diary.js", SCRIPT),
            entry("answers.js", SCRIPT),
            entry("conditions.js", SCRIPT),
            entry("decimal.js", SCRIPT),
            entry("fields.js", SCRIPT),
            entry("forget.js", SCRIPT),
            entry("line.js", SCRIPT),
            entry("offline.js", SCRIPT),
            entry("sheet.js", SCRIPT),
            entry("sync.js", SCRIPT),
            entry("unsent.js", SCRIPT),
            entry("vault.js", SCRIPT),
            entry("service-worker.js", SCRIPT),
            entry("mark.svg", "image/svg+xml"),
            entry("icon-180.png", "image/png"),
            entry("icon-192.png", "image/png"),
            entry("icon-512.png", "image/png"),
            entry("atkinson-hyperlegible-next.woff2", "font/woff2"),
            entry("atkinson-hyperlegible-next-OFL.txt", "text/plain; charset=utf-8"));

    /** What a participant's phone keeps to be able to show its pages without a network. */
    static final List<String> OF_A_PHONE = List.of(
            "style.css",
            "atkinson-hyperlegible-next.woff2",
            "mark.svg",
            "diary.js",
            "answers.js",
            "conditions.js",
            "decimal.js",
            "fields.js",
            "line.js",
            "offline.js",
            "sheet.js",
            "sync.js",
            "unsent.js",
            "vault.js");

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
