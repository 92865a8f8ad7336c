package org.commensal.studies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;

/** A study folder as a zip, and back. What is unpacked is bounded, whatever the zip claims. */
public final class StudyArchive {

    private static final int MOST_FILES = 300;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Text NOT_A_ZIP = new Text(
            "This is not a zip of a study folder. Send the folder with study.yaml in it as one zip.",
            "Dit is geen zip van een studiemap. Stuur de map met study.yaml erin als één zip.");
    private static final Text TOO_LARGE = new Text(
            "The study folder is too large: at most 300 files and 10 MB unpacked.",
            "De studiemap is te groot: hoogstens 300 bestanden en 10 MB uitgepakt.");

    private StudyArchive() {}

    /** The files of a zip by their path within it; a folder around everything is taken off. */
    public static Map<String, byte[]> unpack(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MOST_BYTES;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    throw new Refusal(Refusal.Reason.TOO_LARGE, TOO_LARGE);
                }
                files.put(entry.getName(), content);
            }
        } catch (ZipException | IllegalArgumentException malformed) {
            throw new Refusal(Refusal.Reason.INVALID, NOT_A_ZIP);
        } catch (IOException truncated) {
            throw new Refusal(Refusal.Reason.INVALID, NOT_A_ZIP);
        }
        if (files.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, NOT_A_ZIP);
        }
        return withoutOuterFolder(files);
    }

    /** The same bytes for the same files. */
    public static byte[] pack(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> withoutOuterFolder(Map<String, byte[]> files) {
        String first = files.keySet().iterator().next();
        String folder = first.substring(0, first.indexOf('/') + 1);
        if (folder.isEmpty()
                || !files.keySet().stream().allMatch(path -> path.startsWith(folder))
                || files.containsKey("study.yaml")) {
            return files;
        }
        Map<String, byte[]> inner = new LinkedHashMap<>();
        files.forEach((path, content) -> inner.put(path.substring(folder.length()), content));
        return inner;
    }
}
