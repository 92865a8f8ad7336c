package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.Seed;
import org.commensal.kernel.ProtocolFault;
import org.junit.jupiter.api.Test;

/** A study whose randomisation list lies in its folder. */
class StudyWithAListTest {

    private static final Path TWO_SITES = Path.of("src/test/resources/studies/two-sites");

    @Test
    void isReadAndFollowsTheList() {
        Study study = StudyReader.read(files("ARMZ3K"));
        Map<String, String> levels = Map.of("site", study.sites().get(0).code(), "severity", "mild");
        Allocation first = study.scheme().next(new Seed(new byte[32]), List.of(), levels);
        assertThat(first.arm().value()).isEqualTo("ARMZ3K");
    }

    /** What is compared is the content of the list; what changed in it is not said. */
    @Test
    void anotherListIsAnotherWayToAllocate() {
        assertThat(StudyReader.read(files("ARMZ3K"))
                        .scheme()
                        .allocatesAs(StudyReader.read(files("ARMX7Q")).scheme()))
                .isFalse();
    }

    @Test
    void aFaultInTheListIsToldWithoutItsArm() {
        assertThatExceptionOfType(FaultyStudy.class)
                .isThrownBy(() -> StudyReader.read(files("ARMSECRET")))
                .satisfies(faulty -> assertThat(faulty.faults())
                        .isNotEmpty()
                        .extracting(ProtocolFault::what)
                        .allMatch(what -> what.contains("list.csv: line ") && !what.contains("ARMSECRET")));
    }

    private static Map<String, byte[]> files(String arm) {
        Map<String, byte[]> files = new HashMap<>(StudyFolder.of(TWO_SITES).files());
        StringBuilder list = new StringBuilder("stratum,sequence,arm\n");
        for (Study.Site site : StudyReader.read(StudyFolder.of(TWO_SITES)).sites()) {
            for (String severity : List.of("mild", "severe")) {
                list.append("site=").append(site.code()).append(";severity=").append(severity);
                list.append(",1,").append(arm).append('\n');
            }
        }
        files.put("list.csv", list.toString().getBytes(StandardCharsets.UTF_8));
        files.put("allocation.yaml", "method: list\nfile: list.csv\n".getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
