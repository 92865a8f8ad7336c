package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportStudyTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void refusesAnotherFormatAndAFaultyStudy() {
        Ran unknown = Ran.command("export", Ran.FLAGSHIP, "--format", "sas");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no format \"sas\". Choose one of: odm, fhir, preview.");

        StudyCopy copy = StudyCopy.in(folder);
        copy.replace("study.yaml", "target: 309", "target: many");
        assertThat(Ran.command("export", copy.toString(), "--format", "odm").exitCode())
                .isEqualTo(1);
        assertThat(Ran.command("export", Ran.FLAGSHIP, "--format", "odm", "-o", folder + "/nowhere/study.xml")
                        .exitCode())
                .isEqualTo(73);
    }

    @ParameterizedTest
    @ValueSource(strings = {"odm", "fhir"})
    void whatIsExportedCanBeImported(String format) throws IOException {
        Path file = folder.resolve("study." + format);

        assertThat(Ran.command("export", Ran.FLAGSHIP, "--format", format, "--output", file.toString()))
                .isEqualTo(new Ran(0, "", ""));
        assertThat(Ran.command("export", Ran.FLAGSHIP, "--format", format).out())
                .isEqualTo(Files.readString(file));
        assertThat(Ran.command(
                                "import",
                                file.toString(),
                                "-o",
                                folder.resolve("again").toString())
                        .exitCode())
                .isZero();
        assertThat(StudyReader.read(folder.resolve("again")).questionnaires().keySet())
                .isEqualTo(
                        StudyReader.read(Path.of(Ran.FLAGSHIP)).questionnaires().keySet());
    }
}
