package org.commensal.bundle;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a release as they are found: the sum of each, and what the few that speak of the others say.
 *
 * @param sums the SHA-256 and size of each file, by its path
 * @param spoken the content of the manifest, the signature, the public key and the sums, by path
 */
record Bundle(Map<String, Sum> sums, Map<String, byte[]> spoken) {

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String KEY = "public-key.pem";
    static final String SUMS = "SHA256SUMS";

    /** A manifest names some hundred files; what is larger is none. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    record Sum(long bytes, String sha256) {}

    /** Reads a zip, or the folder that it was unpacked to; no file is held. */
    static Bundle read(Path place) throws IOException {
        Bundle bundle = new Bundle(new LinkedHashMap<>(), new LinkedHashMap<>());
        if (Files.isDirectory(place)) {
            try (Stream<Path> paths = Files.walk(place)) {
                for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                    try (InputStream in = Files.newInputStream(path)) {
                        bundle.add(place.relativize(path).toString().replace('\\', '/'), in);
                    }
                }
            }
        } else {
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(place))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    bundle.add(entry.getName(), zip);
                }
            }
        }
        return bundle;
    }

    private void add(String name, InputStream in) throws IOException {
        boolean speaks = name.equals(MANIFEST) || name.equals(SIGNATURE) || name.equals(KEY) || name.equals(SUMS);
        DigestInputStream measured = new DigestInputStream(in, sha256());
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int read = measured.read(buffer); read >= 0; read = measured.read(buffer)) {
            bytes += read;
            if (speaks && bytes <= MOST_BYTES) {
                kept.write(buffer, 0, read);
            }
        }
        sums.put(
                name,
                new Sum(
                        bytes,
                        HexFormat.of().formatHex(measured.getMessageDigest().digest())));
        if (speaks) {
            spoken.put(name, kept.toByteArray());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(spoken.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** What the manifest says of each file; nothing of a manifest that cannot be read. */
    Optional<Map<String, Sum>> promised() {
        byte[] manifest = spoken.getOrDefault(MANIFEST, new byte[0]);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(manifest))) {
            Map<String, Sum> promised = new LinkedHashMap<>();
            for (JsonObject file : reader.readObject().getJsonArray("files").getValuesAs(JsonObject.class)) {
                Sum sum = new Sum(file.getJsonNumber("bytes").longValue(), file.getString("sha256"));
                promised.put(file.getString("path"), sum);
            }
            return Optional.of(promised);
        } catch (JsonException | ClassCastException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    /** The lines of the sums that do not say what the manifest says; the manifest itself is what it is found to be. */
    List<String> wrongSums(Map<String, Sum> promised) {
        return text(SUMS)
                .map(lines ->
                        lines.lines().filter(line -> !isRight(line, promised)).toList())
                .orElse(List.of());
    }

    private boolean isRight(String line, Map<String, Sum> promised) {
        if (!line.matches("[0-9a-f]{64}  .+")) {
            return false;
        }
        String name = line.substring(66);
        Optional<Sum> said = Optional.ofNullable(promised.get(name)).or(() -> Optional.ofNullable(sums.get(name)));
        return said.isPresent() && said.get().sha256().equals(line.substring(0, 64));
    }
}
