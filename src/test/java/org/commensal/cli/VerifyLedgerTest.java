package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLedgerTest {

    private static final int PARTICIPANTS = 30;

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, byte[]> ledger = Revealed.ledger(Path.of(Ran.FLAGSHIP), PARTICIPANTS);

    @Test
    void refusesWhatIsNoLedger() throws IOException {
        assertThat(Ran.command("verify").exitCode()).isEqualTo(2);
        assertThat(Ran.command("verify", "nowhere.zip").exitCode()).isEqualTo(66);
        assertThat(Ran.command("verify", "nowhere.zip").err()).contains("nowhere.zip cannot be read");
        Path noZip = Files.writeString(folder.resolve("no.zip"), "no zip");
        assertThat(Ran.command("verify", noZip.toString()).exitCode()).isEqualTo(66);
    }

    @Test
    void saysWhichLineOfAFolderIsNotAsItHadToBe() throws IOException {
        write(ledger);
        Path file = folder.resolve("ledger.csv");
        Files.writeString(file, Files.readString(file).replaceFirst("DEL-0007", "DEL-0008"));

        Ran ran = Ran.command("verify", folder.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(2).element(1).isEqualTo("1 fault.");
        assertThat(ran.lines().get(0))
                .matches("ledger\\.csv:\\d+: the chain does not fit this row and the one before it\\.");
        assertThat(json(Ran.command("verify", folder.toString(), "--json"))
                        .getJsonArray("faults")
                        .getJsonObject(0)
                        .getString("file"))
                .isEqualTo("ledger.csv");
    }

    @Test
    void saysThatALedgerHoldsAsAZipAndAsAFolder() throws IOException {
        Path zip = Files.write(folder.resolve("ledger.zip"), zip(ledger));
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        for (Map.Entry<String, byte[]> entry : ledger.entrySet()) {
            Files.write(unpacked.resolve(entry.getKey()), entry.getValue());
        }
        for (Path named : new Path[] {zip, unpacked}) {
            Ran ran = Ran.command("verify", named.toString());
            assertThat(ran.lines())
                    .singleElement()
                    .asString()
                    .startsWith("No fault: gutbrain-migraine-3arm ")
                    .contains("(allocations: 30, chained: 30, ");
            assertThat(ran.exitCode()).isZero();
        }
        JsonObject json = json(Ran.command("verify", zip.toString(), "--json"));
        assertThat(json.getInt("allocations")).isEqualTo(PARTICIPANTS);
        assertThat(json.getJsonArray("faults")).isEmpty();
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> entry : files.entrySet()) {
            Files.write(folder.resolve(entry.getKey()), entry.getValue());
        }
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static JsonObject json(Ran ran) {
        try (var reader = Json.createReader(new StringReader(ran.out()))) {
            return reader.readObject();
        }
    }
}
