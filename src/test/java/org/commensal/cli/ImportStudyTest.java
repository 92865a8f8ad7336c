package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.commensal.exchange.Exporters;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportStudyTest {

    @TempDir
    private Path folder = Path.of("");

    private Ran ran(Path file, Path output) {
        return Ran.command("import", file.toString(), "--output", output.toString());
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Dear reader,");

        assertThat(ran(folder.resolve("nowhere.csv"), folder.resolve("new")).exitCode())
                .isEqualTo(66);
        Ran unknown = ran(file, folder.resolve("new"));
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.out()).startsWith("notes.txt:1: ").contains("redcap, odm, fhir");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void writesOverNothing() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(there.resolve("mine.txt"), "mine");
        Path odm = folder.resolve("study.xml");
        Files.write(odm, exported());

        assertThat(ran(odm, there).exitCode()).isEqualTo(73);
        assertThat(there).isDirectoryContaining("glob:**mine.txt");
        assertThat(Files.list(there)).hasSize(1);
    }

    @Test
    void whatWasImportedIsValid() throws IOException {
        Path odm = folder.resolve("study.xml");
        Files.write(odm, exported());

        Ran done = ran(odm, folder.resolve("new"));

        assertThat(done.exitCode()).isZero();
        assertThat(done.out())
                .contains("to-complete  study.yaml: The sites.", "Not as it was, or still to be completed");
        assertThat(Ran.command("validate", folder.resolve("new").toString()).out())
                .startsWith("No fault: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redcap-dictionary-radar-nl.csv", "odm-1.3.2-openedc-metadata.xml"})
    void importsTheFilesOfOtherSystems(String name) {
        Optional<String> reference = Optional.ofNullable(System.getenv("REFERENCE_DATA"));
        assumeTrue(reference.isPresent(), "REFERENCE_DATA does not name the folder of reference data");
        Path file = Path.of(reference.orElseThrow(), "data", "import", name);

        assertThat(ran(file, folder.resolve("new")).exitCode()).isZero();
        assertThat(Ran.command("validate", folder.resolve("new").toString()).exitCode())
                .isZero();
    }

    private static byte[] exported() {
        return Exporters.of("odm").write(StudyReader.read(Path.of(Ran.FLAGSHIP)), "hash");
    }
}
