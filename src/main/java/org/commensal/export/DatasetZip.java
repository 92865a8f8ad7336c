package org.commensal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commensal.bundle.SigningKey;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.disclosure.Disclosure;
import org.commensal.export.format.Dataset;
import org.commensal.export.format.Format;
import org.commensal.export.format.Formats;
import org.commensal.export.release.PrimaryAnalysis;
import org.commensal.export.release.Table;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;

/**
 * The zip of a release: a CSV file a table, the codebook, the files of each other format, a note for the analyst, a
 * manifest with the SHA-256 of each, and its signature.
 *
 * <p>Streams: a file is written as it is made and held nowhere. Where there are several formats, tables are held as far as
 * little memory allows. The uncompressed content is the same bytes whenever the
 * same release is written.
 */
final class DatasetZip {

    /** 1980-01-01, the first day a zip knows, on every file: when it was written is no part of the content. */
    private static final java.time.LocalDateTime NO_TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Formats write a cell at a time. */
    private static final int BUFFER = 1 << 16;

    private DatasetZip() {}

    /** Where its files go, one after the other. */
    private interface Place {

        /** Begins a file. What is written from here on is in it. */
        void begin(String name) throws IOException;

        OutputStream out();

        void end() throws IOException;
    }

    /**
     * Writes the zip and leaves {@code out} open.
     *
     * @param key that signs the manifest
     * @return what is in it; the sums are left out
     */
    static List<FileEntry> write(
            List<PublishedStudy> versions, Release release, Disclosure disclosed, SigningKey key, OutputStream out) {
        Zip zip = new Zip(out);
        List<FileEntry> files = write(versions, release, disclosed, key, zip, written -> {});
        zip.finish();
        return files;
    }

    /**
     * Makes what is in the zip, compresses nothing and keeps nothing.
     *
     * @param share is told how much is made, from 0 to 1
     * @return the same
     */
    static List<FileEntry> list(
            List<PublishedStudy> versions,
            Release release,
            Disclosure disclosed,
            SigningKey key,
            DoubleConsumer share) {
        return write(versions, release, disclosed, key, new Nowhere(), share);
    }

    private static List<FileEntry> write(
            List<PublishedStudy> versions,
            Release release,
            Disclosure disclosed,
            SigningKey key,
            Place zip,
            DoubleConsumer share) {
        try {
            List<FileEntry> files = new ArrayList<>();
            List<String> formats = release.specification().formats();
            List<Table> tables = disclosed.tables();
            files.add(text(zip, "README.txt", AnalystNote.of(versions, release, disclosed)));
            Dataset dataset =
                    dataset(versions, release, formats.size() == 1 ? tables : HeldTables.of(tables, HeldTables.BYTES));
            List<Format.File> all = formats.stream()
                    .flatMap(format -> Formats.of(format).orElseThrow().files(dataset).stream())
                    .toList();
            for (Format.File file : all) {
                files.add(file(zip, file));
                share.accept(files.size() / (all.size() + 1.0));
            }
            if (!release.specification().isFirst()) {
                files.add(text(zip, "disclosure-risk.json", RiskJson.of(disclosed.report())));
                files.add(text(zip, "ro-crate-metadata.json", ResearchObject.of(versions, release, files)));
            }
            String manifest = Manifest.of(versions, release, disclosed.report().label(), files);
            files.add(text(zip, "manifest.json", manifest));
            if (!release.specification().isFirst()) {
                files.add(text(zip, "manifest.sig", key.sign(manifest.getBytes(StandardCharsets.UTF_8))));
                files.add(text(zip, "public-key.pem", key.publicKey()));
            }
            text(
                    zip,
                    "SHA256SUMS",
                    files.stream()
                            .map(file -> file.sha256() + "  " + file.name() + "\n")
                            .collect(Collectors.joining()));
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Dataset dataset(List<PublishedStudy> versions, Release release, List<Table> tables) {
        Study study = versions.get(versions.size() - 1).study();
        return new Dataset(
                study.id(),
                study.version(),
                study.title(),
                release.name(),
                release.made(),
                tables,
                PrimaryAnalysis.of(study));
    }

    private static FileEntry text(Place zip, String name, String content) throws IOException {
        return file(zip, new Format.File(name, out -> {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            return 0;
        }));
    }

    private static FileEntry file(Place zip, Format.File file) throws IOException {
        zip.begin(file.name());
        Measured measured = new Measured(zip.out());
        OutputStream buffered = new BufferedOutputStream(measured, BUFFER);
        long rows = file.content().write(buffered);
        buffered.flush();
        zip.end();
        return new FileEntry(file.name(), rows, measured.bytes, measured.sha256());
    }

    private static final class Zip implements Place {

        private final ZipOutputStream zip;

        Zip(OutputStream out) {
            this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.BEST_SPEED);
        }

        @Override
        public void begin(String name) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
        }

        @Override
        public OutputStream out() {
            return zip;
        }

        @Override
        public void end() throws IOException {
            zip.closeEntry();
        }

        void finish() {
            try {
                zip.finish();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class Nowhere implements Place {

        @Override
        public void begin(String name) {}

        @Override
        public OutputStream out() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void end() {}
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
