package org.commensal.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A bundle as a release is one: files with their manifest, its signature, the key and the sums. */
public final class ReleasedBundle {

    private ReleasedBundle() {}

    /** @param contents of the files that are released, by path */
    public static Map<String, String> of(SigningKey key, Map<String, String> contents) {
        Map<String, String> files = new TreeMap<>(contents);
        String entries = files.entrySet().stream()
                .map(file -> "{\"path\": \"%s\", \"rows\": 1, \"bytes\": %d, \"sha256\": \"%s\"}"
                        .formatted(file.getKey(), file.getValue().length(), sha256(file.getValue())))
                .collect(Collectors.joining(", "));
        String sums = files.entrySet().stream()
                .map(file -> sha256(file.getValue()) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        String manifest = "{\"release\": \"one\", \"files\": [" + entries + "]}";
        files.put("manifest.json", manifest);
        files.put("manifest.sig", key.sign(manifest.getBytes(StandardCharsets.UTF_8)));
        files.put("public-key.pem", key.publicKey());
        files.put("SHA256SUMS", sums);
        return files;
    }

    public static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zip.toByteArray();
    }

    private static String sha256(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
