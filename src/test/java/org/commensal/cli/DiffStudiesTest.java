package org.commensal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffStudiesTest {

    private static final String VERSION_1 = "version: \"0.1\"";
    private static final String VERSION_2 = "version: \"0.2\"";

    private static final String FIRST = "src/test/resources/studies/published-earlier";

    @Test
    void refusesAStudyWithFaults(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.in(folder);
        int line = copy.replace("study.yaml", "target: 309", "target: many");
        Ran ran = Ran.command("diff", Ran.FLAGSHIP, copy.toString());

        assertThat(ran.exitCode()).isEqualTo(65);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(copy + " has faults").contains("study.yaml:" + line + ": \"target\" is many.");
        assertThat(Ran.command("diff", Ran.FLAGSHIP, "nowhere").exitCode()).isEqualTo(66);
        assertThat(Ran.command("diff", Ran.FLAGSHIP).exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatNothingDiffers(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.in(folder);

        assertThat(Ran.command("diff", Ran.FLAGSHIP, copy.toString()))
                .isEqualTo(new Ran(0, "No difference." + System.lineSeparator(), ""));
        copy.put("forms/changes.yaml", "# A comment.\n" + copy.text("forms/changes.yaml"));
        assertThat(Ran.command("diff", Ran.FLAGSHIP, copy.toString(), "--lang", "nl")
                        .out())
                .startsWith("Geen verschil in wat het onderzoek doet; de bestanden verschillen in opmerkingen");
    }

    @Test
    void saysTheGravestFirst(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.of(Path.of(FIRST), folder);
        copy.replace("study.yaml", VERSION_1, VERSION_2);
        copy.replace("study.yaml", "ratio: 1", "ratio: 2");
        copy.replace("study.yaml", "target: 309", "target: 320");
        copy.replace("study.yaml", "prefix: ZWO", "prefix: ZWL");
        copy.replace("forms/changes.yaml", "most: 60", "most: 90");
        copy.replace("forms/changes.yaml", "No names, please.", "Write no names.");
        Ran ran = Ran.command("diff", FIRST, copy.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines())
                .containsExactly(
                        "Not allowed on a running study",
                        "  study.yaml: New participant codes of site zwolle begin with ZWL, those given with ZWO.",
                        "A new allocation scheme, for all sites at once",
                        "  study.yaml: The allocation ratio is 2:1:1 instead of 1:1:1.",
                        "For participants and open tasks",
                        "  study.yaml: 320 participants will be randomised instead of 309.",
                        "For the data",
                        "  changes: Item chg_antibiotic_days takes: decimals 0, least 0, most 90."
                                + " It took: decimals 0, least 0, most 60. Earlier answers stay as they are.",
                        "Words only",
                        "  changes: The help of item chg_remark is \"Write no names.\" instead of \"No names, please.\".");
        assertThat(Ran.command("diff", FIRST, copy.toString(), "--lang", "nl").lines())
                .startsWith(
                        "Mag niet bij een lopend onderzoek",
                        "  study.yaml: Nieuwe deelnemercodes van centrum zwolle beginnen met ZWL, de gegeven codes met ZWO.",
                        "Een nieuw toewijzingsschema, voor alle centra tegelijk",
                        "  study.yaml: De toewijzingsverhouding is 2:1:1 in plaats van 1:1:1.");
    }

    @Test
    void printsJson(@TempDir Path folder) {
        StudyCopy copy = StudyCopy.of(Path.of(FIRST), folder);
        copy.replace("study.yaml", VERSION_1, VERSION_2);
        copy.replace("study.yaml", "target: 309", "target: 320");

        assertThat(Ran.command("diff", FIRST, copy.toString(), "--json").out())
                .startsWith("{\"differences\": [{\"kind\": \"target\", \"severity\": \"participants\","
                        + " \"file\": \"study.yaml\", \"code\": \"gutbrain-migraine-3arm\", \"en\": \"320 part");
        assertThat(Ran.command("diff", FIRST, FIRST, "--json").out()).startsWith("{\"differences\": []}");
    }
}
