package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commensal.kernel.ProtocolFault;

/** However a study is damaged, it is read or refused with faults that have a place; nothing else ever happens. */
class DamagedStudyTest {

    private static final StudyFolder FLAGSHIP = StudyFolder.of(FlagshipTest.FOLDER);
    private static final List<String> INSERTIONS = List.of(
            "", "x", "\"", "'", "[", "{", ":", "- ", "-1", "é", "\t", "%s", "null", "~", " x: y", "a".repeat(300));

    private enum Damage {
        LINE_LOST {
            @Override
            void apply(List<String> lines, int at, int where, String insertion) {
                lines.remove(at);
            }
        },
        LINE_TWICE {
            @Override
            void apply(List<String> lines, int at, int where, String insertion) {
                lines.add(at, lines.get(at));
            }
        },
        LINE_INSERTED {
            @Override
            void apply(List<String> lines, int at, int where, String insertion) {
                lines.add(at, insertion);
            }
        },
        VALUE_REPLACED {
            @Override
            void apply(List<String> lines, int at, int where, String insertion) {
                lines.set(
                        at,
                        lines.get(at).replaceFirst(": .*", java.util.regex.Matcher.quoteReplacement(": " + insertion)));
            }
        },
        WORD_REPLACED {
            @Override
            void apply(List<String> lines, int at, int where, String insertion) {
                String line = lines.get(at);
                int cut = line.isEmpty() ? 0 : where % line.length();
                int end = Math.min(line.length(), cut + 1 + where % 9);
                lines.set(at, line.substring(0, cut) + insertion + line.substring(end));
            }
        };

        abstract void apply(List<String> lines, int at, int where, String insertion);
    }

    @Property(seed = "20261123", tries = 300)
    void isReadOrRefusedWithFaultsThatHaveAPlace(
            @ForAll @IntRange(min = 0, max = 10_000) int file,
            @ForAll @IntRange(min = 0, max = 10_000) int line,
            @ForAll @IntRange(min = 0, max = 10_000) int where,
            @ForAll @IntRange(min = 0, max = 15) int insertion,
            @ForAll Damage damage) {
        Map<String, byte[]> files = new TreeMap<>(FLAGSHIP.files());
        String path = new ArrayList<>(files.keySet()).get(file % files.size());
        String text = new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        damage.apply(lines, line % lines.size(), where, INSERTIONS.get(insertion));
        files.put(path, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        try {
            assertThat(StudyReader.read(files).arms()).hasSizeGreaterThan(1);
        } catch (FaultyStudy faulty) {
            assertThat(faulty.faults()).isNotEmpty().allSatisfy(DamagedStudyTest::hasAPlace);
        }
    }

    private static void hasAPlace(ProtocolFault fault) {
        assertThat(fault.line()).isPositive();
        assertThat(fault.file()).isNotBlank();
        assertThat(fault.what()).isNotBlank();
        assertThat(fault.fix()).isNotBlank();
    }
}
