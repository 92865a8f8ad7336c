package org.commensal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.commensal.background.State;
import org.commensal.bundle.SigningKey;
import org.commensal.export.Release.FileEntry;
import org.commensal.export.disclosure.Disclosure;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.commensal.studies.PublishedStudy;
import org.junit.jupiter.api.Test;

/** A release made twice is the same to the byte, and says of each file what it holds. */
class DatasetZipTest {

    private static final Study STUDY = StudyReader.read(Path.of("src", "test", "resources", "studies", "two-sites"));
    private static final PublishedStudy PUBLISHED = new PublishedStudy(
            STUDY,
            "00ff",
            PublishedStudy.State.ACTIVE,
            Instant.parse("2026-11-20T08:00:00Z"),
            Optional.empty(),
            Map.of());
    private static final Release RECIPE = new Release(
            new UUID(0, 1),
            "two-sites",
            "1",
            "interim 1",
            7,
            Instant.parse("2026-11-23T08:00:00Z"),
            new Release.Somebody(new UUID(0, 2), "Noor"),
            "0.1",
            Specification.first(List.of("csv", "dta")),
            State.DONE,
            100,
            List.of(),
            List.of());
    private static final SigningKey KEY = SigningKey.of(new byte[32]);
    private static final Table MOOD = new Table(
            "mood",
            Text.same("Mood"),
            List.of(Column.text("subject", Text.same("s")), Column.integer("mood", Text.same("m"))),
            rows -> {
                rows.accept(new String[] {"a", "6"});
                rows.accept(new String[] {"b", ""});
            });

    private static final Disclosure DISCLOSED = Disclosure.of(List.of(MOOD), Set.of(), Optional.empty());

    private final ByteArrayOutputStream zip = new ByteArrayOutputStream();
    private final List<FileEntry> files = DatasetZip.write(List.of(PUBLISHED), RECIPE, DISCLOSED, KEY, zip);

    @Test
    void theSecondIsTheFirst() {
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        assertThat(DatasetZip.write(List.of(PUBLISHED), RECIPE, DISCLOSED, KEY, again))
                .isEqualTo(files);
        assertThat(again.toByteArray()).isEqualTo(zip.toByteArray());
    }

    @Test
    void eachFileHasItsSizeRowsAndSum() throws Exception {
        Map<String, byte[]> contents = unzip();

        assertThat(contents.keySet())
                .containsExactly(
                        "README.txt", "mood.csv", "codebook.csv", "dta/mood.dta", "manifest.json", "SHA256SUMS");
        for (FileEntry file : files) {
            byte[] content = Objects.requireNonNull(contents.get(file.name()));
            assertThat(file.bytes()).isEqualTo(content.length);
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(text(contents, "SHA256SUMS")).contains(file.sha256() + "  " + file.name() + "\n");
        }
        assertThat(files)
                .filteredOn(file -> file.name().contains("mood."))
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.rows()).isEqualTo(2));
    }

    @Test
    void theManifestAndTheNoteSayWhatItIs() throws IOException {
        assertThat(text(unzip(), "manifest.json"))
                .contains("\"blinding\":\"no allocation\"", "\"checkpoint\":7", "\"protocol-sha256\":\"00ff\"");
        assertThat(text(unzip(), "README.txt")).contains("Release \"interim 1\" of study two-sites", "checkpoint 7");
    }

    private static String text(Map<String, byte[]> contents, String name) {
        return new String(Objects.requireNonNull(contents.get(name)), StandardCharsets.UTF_8);
    }

    private Map<String, byte[]> unzip() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                contents.put(entry.getName(), in.readAllBytes());
            }
        }
        return contents;
    }
}
