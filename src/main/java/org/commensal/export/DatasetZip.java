package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.format.Formats;
import org.commensal.export.release.Codebook;
import org.commensal.export.release.Table;
import org.commensal.studies.PublishedStudy;

/**
 * The zip of a release: a CSV file a table, the codebook, the tables in each other format in a folder of its own, a note for the analyst, and a manifest with the SHA-256 of
 * each.
 *
 * <p>Streams: a table is written row by row and held nowhere. The uncompressed content is the same bytes whenever the
 * same release is written.
 */
final class DatasetZip {

    /** 1980-01-01, the first day a zip knows, on every file: when it was written is no part of the content. */
    private static final java.time.LocalDateTime NO_TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    private DatasetZip() {}

    /** Writes the zip and leaves {@code out} open. Returns what is in it, the manifest itself and the sums left out. */
    static List<FileEntry> write(
            List<PublishedStudy> versions,
            Release release,
            List<Table> tables,
            List<String> formats,
            OutputStream out) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.BEST_SPEED);
            List<FileEntry> files = new ArrayList<>();
            files.add(text(zip, "README.txt", AnalystNote.of(versions, release, tables, formats)));
            for (Table table : tables) {
                files.add(table(zip, table, table.name() + "." + Formats.CSV, Formats.CSV));
            }
            files.add(table(zip, Codebook.of(tables), "codebook." + Formats.CSV, Formats.CSV));
            for (String format : formats) {
                for (Table table : format.equals(Formats.CSV) ? List.<Table>of() : tables) {
                    files.add(table(zip, table, format + "/" + table.name() + "." + format, format));
                }
            }
            files.add(text(zip, "manifest.json", manifest(versions, release, files)));
            text(
                    zip,
                    "SHA256SUMS",
                    files.stream()
                            .map(file -> file.sha256() + "  " + file.name() + "\n")
                            .collect(Collectors.joining()));
            zip.finish();
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileEntry table(ZipOutputStream zip, Table table, String name, String format) throws IOException {
        open(zip, name);
        Measured measured = new Measured(zip);
        long rows = Formats.of(format).orElseThrow().write(table, measured);
        zip.closeEntry();
        return new FileEntry(name, rows, measured.bytes, measured.sha256());
    }

    private static FileEntry text(ZipOutputStream zip, String name, String content) throws IOException {
        open(zip, name);
        Measured measured = new Measured(zip);
        measured.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return new FileEntry(name, 0, measured.bytes, measured.sha256());
    }

    private static void open(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static String manifest(List<PublishedStudy> versions, Release release, List<FileEntry> files) {
        JsonArrayBuilder entries = JSON.createArrayBuilder();
        files.forEach(file -> entries.add(JSON.createObjectBuilder()
                .add("path", file.name())
                .add("rows", file.rows())
                .add("bytes", file.bytes())
                .add("sha256", file.sha256())));
        return protocol(
                                JSON.createObjectBuilder()
                                        .add("release", release.name())
                                        .add("id", release.id().toString()),
                                versions)
                        .add("checkpoint", release.checkpoint())
                        .add("blinding", "no allocation")
                        .add("disclosure", "pseudonymised")
                        .add("files", entries)
                        .build()
                + "\n";
    }

    /** The version that the columns follow, and those before it on which data were collected. */
    private static JsonObjectBuilder protocol(JsonObjectBuilder manifest, List<PublishedStudy> versions) {
        PublishedStudy newest = versions.get(versions.size() - 1);
        manifest.add("study", newest.study().id())
                .add("version", newest.study().version())
                .add("protocol-sha256", newest.hash());
        if (versions.size() > 1) {
            JsonArrayBuilder earlier = JSON.createArrayBuilder();
            versions.subList(0, versions.size() - 1)
                    .forEach(version -> earlier.add(JSON.createObjectBuilder()
                            .add("version", version.study().version())
                            .add("protocol-sha256", version.hash())));
            manifest.add("earlier-versions", earlier);
        }
        return manifest;
    }

    /** Counts and hashes what passes through, and keeps nothing. */
    private static final class Measured extends OutputStream {

        private final OutputStream out;
        private final MessageDigest digest;
        private long bytes;

        Measured(OutputStream out) {
            this.out = out;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError("every Java platform has SHA-256", impossible);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            out.write(buffer, from, length);
            digest.update(buffer, from, length);
            bytes += length;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
