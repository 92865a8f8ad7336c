package org.commensal.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;

/**
 * The files of one study version: what is published, hashed and kept.
 *
 * <p>Instruments that the study refers to are part of it, as {@code instruments/<id>.yaml}, so that a later change of
 * the shared library never changes a published study.
 *
 * @param files by their path within the folder, with {@code /} between names
 */
public record StudyFolder(SortedMap<String, byte[]> files) {

    static final int MOST_FILES = 200;
    static final int LARGEST_FILE = 512 * 1024;
    static final int LARGEST_FOLDER = 4 * 1024 * 1024;

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    public StudyFolder {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static StudyFolder of(Map<String, byte[]> files) {
        return new StudyFolder(new TreeMap<>(files));
    }

    /** The folder at this path, and the instruments it refers to, from the folder {@code instruments} beside it. */
    public static StudyFolder of(Path folder) {
        Map<String, byte[]> library = new HashMap<>();
        Path shared = folder.resolveSibling("instruments");
        if (Files.isDirectory(shared)) {
            load(shared).forEach((name, bytes) -> library.put("instruments/" + name, bytes));
        }
        return of(load(folder)).withInstruments(library);
    }

    private static Map<String, byte[]> load(Path folder) {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder, 4)) {
            for (Path path :
                    paths.filter(Files::isRegularFile).limit(MOST_FILES + 1).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!path.getFileName().toString().startsWith(".")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * This folder with the instruments that its {@code study.yaml} names and it does not bring itself.
     *
     * @param library by path, as {@code instruments/phq-9.yaml}
     */
    public StudyFolder withInstruments(Map<String, byte[]> library) {
        if (!files.containsKey(StudyReader.STUDY)) {
            return this;
        }
        Map<String, byte[]> complete = new HashMap<>(files);
        YamlFile.read(StudyReader.STUDY, files.get(StudyReader.STUDY), fault -> {})
                .map(node -> new Settings(node, fault -> {}))
                .ifPresent(study -> study.strings("instruments").stream()
                        .map(name -> "instruments/" + name + ".yaml")
                        .filter(library::containsKey)
                        .forEach(path -> complete.putIfAbsent(path, library.get(path))));
        return of(complete);
    }

    /**
     * What identifies this version: SHA-256, in lower-case hex, over every file in the order of the paths, each as the
     * bytes of its path, a zero byte, its length in 8 bytes (the highest first) and its content.
     */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(
                        ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What makes it too large, or strangely named, to be looked into. */
    List<ProtocolFault> faults() {
        List<ProtocolFault> faults = new ArrayList<>();
        if (files.size() > MOST_FILES) {
            faults.add(new ProtocolFault(
                    ".", 1, "There are " + files.size() + " files.", "Keep at most " + MOST_FILES + " files."));
        }
        long size = files.values().stream().mapToLong(bytes -> bytes.length).sum();
        if (size > LARGEST_FOLDER) {
            faults.add(new ProtocolFault(
                    ".", 1, "The files have " + size + " bytes together.", "Keep them below " + LARGEST_FOLDER + "."));
        }
        files.forEach((path, bytes) -> {
            if (bytes.length > LARGEST_FILE) {
                faults.add(new ProtocolFault(
                        path, 1, "This file has " + bytes.length + " bytes.", "Keep it below " + LARGEST_FILE + "."));
            }
            if (path.length() > 200 || !PATH.matcher(path).matches()) {
                faults.add(new ProtocolFault(
                        path, 1, "A path like this is not taken.", "Use letters, digits, dots, - and _ only."));
            }
        });
        return faults;
    }
}
