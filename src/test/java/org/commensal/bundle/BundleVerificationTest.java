package org.commensal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle of two files, changed in one place at a time. */
class BundleVerificationTest {

    private static final SigningKey KEY = SigningKey.of(new byte[] {5});

    private final Map<String, String> files = new LinkedHashMap<>();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void released() {
        files.putAll(ReleasedBundle.of(
                KEY, Map.of("participants.csv", "subject,age\n1,41\n", "dta/participants.dta", "binary")));
    }

    @Test
    void holdsAsItWasMadeInAZipAndInAFolder() throws IOException {
        for (Path place : new Path[] {zip(), unpacked()}) {
            BundleVerification verified = BundleVerification.of(place, Optional.of(KEY.publicKey()));

            assertThat(verified.faults()).isEmpty();
            assertThat(verified.files()).isEqualTo(2);
            assertThat(verified.fingerprint()).contains(SigningKey.fingerprint(KEY.publicKey()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "participants.csv",
        "dta/participants.dta",
        "SHA256SUMS",
        "manifest.json",
        "manifest.sig",
        "public-key.pem"
    })
    void oneByteChangedAnywhereIsFoundAndTheFileNamed(String name) throws IOException {
        String content = files.getOrDefault(name, "");
        int at = name.equals("public-key.pem") ? 60 : content.length() / 2;
        char other = content.charAt(at) == '7' ? '8' : '7';
        files.put(name, content.substring(0, at) + other + content.substring(at + 1));

        BundleVerification verified = BundleVerification.of(zip(), Optional.empty());

        assertThat(verified.holds()).isFalse();
        assertThat(verified.faults().toString())
                .contains(name.equals("manifest.json") || name.equals("public-key.pem") ? "manifest.sig" : name);
    }

    @Test
    void aFileThatIsGoneOrThatWasAddedIsNamed() throws IOException {
        files.remove("participants.csv");
        files.put("notes.csv", "x");

        assertThat(BundleVerification.of(zip(), Optional.empty()).faults())
                .extracting(BundleVerification.Fault::toString)
                .contains("participants.csv: is not there", "notes.csv: was not released");
    }

    /** Whoever changes everything, the key with it, makes a bundle of one piece, but not one of a key that is trusted. */
    @Test
    void anotherKeyIsNotTheOneThatIsTrusted() throws IOException {
        String other = SigningKey.of(new byte[] {6}).publicKey();

        assertThat(BundleVerification.of(zip(), Optional.of(other)).faults())
                .extracting(BundleVerification.Fault::toString)
                .containsExactly("manifest.sig: is no signature of the manifest by the key that you trust");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "[]",
        "{}",
        "'{\"files\": 3}'",
        "'{\"files\": [{}]}'",
        "'{\"files\": [{\"path\": 1}]}'",
        "'{\"files\": ['"
    })
    void aManifestThatCannotBeReadIsAFaultAndNoMistakeOfOurs(String manifest) throws IOException {
        files.put("manifest.json", manifest);

        assertThat(BundleVerification.of(zip(), Optional.empty()).faults())
                .extracting(BundleVerification.Fault::file)
                .contains("manifest.json", "manifest.sig");
    }

    private Path zip() throws IOException {
        return Files.write(folder.resolve("dataset.zip"), ReleasedBundle.zip(files));
    }

    private Path unpacked() throws IOException {
        Path place = folder.resolve("dataset");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path to = place.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.writeString(to, file.getValue());
        }
        return place;
    }
}
