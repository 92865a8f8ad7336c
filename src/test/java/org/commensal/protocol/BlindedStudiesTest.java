package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two shipped studies in which nobody is told an arm. */
class BlindedStudiesTest {

    private static final Path PLACEBO = Path.of("study-protocols", "probiotic-placebo-2arm");
    private static final Path N_OF_1 = Path.of("study-protocols", "nof1-gluten-dairy");

    @ParameterizedTest
    @ValueSource(strings = {"probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void showNobodyAnArmAndNameNoneInAForm(String id) {
        Path folder = Path.of("study-protocols", id);
        Study study = StudyReader.read(folder);
        String arms = study.arms().stream()
                .flatMap(
                        arm -> List.of(
                                arm.code(),
                                arm.name().en(),
                                arm.name().nl(),
                                String.join("-", arm.code().split("")))
                                .stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(", ")\\b"));

        assertThat(study.id()).isEqualTo(id);
        assertThat(study.notice()).isPresent();
        assertThat(study.openLabel()).isEmpty();
        StudyFolder.of(folder).files().forEach((path, bytes) -> {
            if (!path.equals("study.yaml") && !path.startsWith("examples/")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8)).as(path).doesNotContainPattern(arms);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void keepTheSameDiaryAsTheFlagship(String id) {
        Map<String, byte[]> own = StudyFolder.of(Path.of("study-protocols", id)).files();
        Map<String, byte[]> flagship = StudyFolder.of(FlagshipTest.FOLDER).files();

        assertThat(own.get(Planted.DIARY)).isEqualTo(flagship.get(Planted.DIARY));
    }

    @Test
    void thePlaceboStudyStratifiesBySiteAndBand() {
        Study study = StudyReader.read(PLACEBO);

        assertThat(study.scheme().factors())
                .extracting(factor -> factor.name() + factor.levels())
                .containsExactly("mmd-band[4-7, 8-14]", "site[utrecht, groningen, breda]");
        assertThat(study.scheme().canonical()).contains("\"permuted-blocks\"", "\"block-sizes\":[2,4]");
    }

    /** The guess comes before the other forms of the visit, and from both. */
    @Test
    void thePlaceboStudyAsksForAGuessEarlyAndAtTheEnd() {
        assertThat(StudyReader.read(PLACEBO).schedule().visits().stream()
                        .filter(visit -> visit.forms().stream()
                                .anyMatch(form -> form.form().startsWith("blinding-guess")))
                        .map(visit -> visit.day() + " "
                                + visit.forms().stream()
                                        .filter(form -> form.form().startsWith("blinding-guess"))
                                        .map(Schedule.VisitForm::by)
                                        .toList()))
                .containsExactly("14 [PARTICIPANT, STAFF]", "84 [PARTICIPANT, STAFF]");
    }

    /** Williams 1949: each product stands once at each place, and follows each other one exactly once. */
    @Test
    void theSequencesAreAWilliamsSquare() {
        List<String> sequences = StudyReader.read(N_OF_1).arms().stream()
                .map(Study.ArmDescription::code)
                .toList();
        List<String> followers = new ArrayList<>();
        sequences.forEach(
                sequence -> IntStream.range(0, 3).forEach(at -> followers.add(sequence.substring(at, at + 2))));

        assertThat(followers).hasSize(12).doesNotHaveDuplicates().noneMatch(pair -> pair.charAt(0) == pair.charAt(1));
        IntStream.range(0, 4).forEach(at -> assertThat(sequences.stream().map(sequence -> sequence.charAt(at)))
                .containsExactlyInAnyOrder('A', 'B', 'C', 'D'));
    }

    @Test
    void eachTestPeriodIsFollowedByTwoWeeksWithout() {
        assertThat(StudyReader.read(N_OF_1).schedule().blocks())
                .extracting(block -> block.code() + " " + block.firstDay() + "-" + block.lastDay())
                .containsExactly(
                        "B0 0-27",
                        "E0 28-55",
                        "T1 0-13",
                        "W1 14-27",
                        "T2 28-41",
                        "W2 42-55",
                        "T3 56-69",
                        "W3 70-83",
                        "T4 84-97",
                        "W4 98-111");
    }
}
