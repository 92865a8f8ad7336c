package org.commensal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commensal.demo.SyntheticQuestionnaires.After;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals of synthetic questionnaires, by the scores of the library itself, have the mean and the spread of the recipe. */
class SyntheticQuestionnairesTest {

    private static final Study STUDY = withWholeLibrary();
    private static final int PEOPLE = 1500;

    /** The flagship with every instrument, so that those without wording can be scored as well. */
    private static Study withWholeLibrary() {
        Path folder = Path.of("study-protocols", "gutbrain-migraine-3arm");
        Map<String, byte[]> files = new TreeMap<>(StudyFolder.of(folder).files());
        Map<String, byte[]> library = new TreeMap<>();
        StudyFolder.of(folder.resolveSibling("instruments"))
                .files()
                .forEach((path, bytes) -> library.put("instruments/" + path, bytes));
        String study = new String(files.getOrDefault("study.yaml", new byte[0]), StandardCharsets.UTF_8)
                .replace("instruments: [", "instruments: [hit-6, mibs-4, who-5, isi, mig-scog, fss, cfq-11, ")
                .replaceFirst(
                        "forms:\n",
                        "forms:\n"
                                + List.of("hit-6", "mibs-4", "who-5", "isi", "mig-scog", "fss", "cfq-11").stream()
                                        .map(id -> "        - {form: " + id + ", by: participant}\n")
                                        .collect(Collectors.joining()));
        files.put("study.yaml", study.getBytes(StandardCharsets.UTF_8));
        return StudyReader.read(StudyFolder.of(files).withInstruments(library));
    }

    private static List<Map<String, Value>> scores(String form, Optional<After> after) {
        Questionnaire questionnaire = STUDY.questionnaire(form);
        SplittableRandom random = new SplittableRandom(7);
        List<Map<String, Value>> scores = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            SyntheticQuestionnaires synthetic =
                    new SyntheticQuestionnaires(SyntheticPerson.draw(random.split()), random.split());
            scores.add(questionnaire.score(questionnaire.accept(new HashMap<>(synthetic.to(questionnaire, after)))));
        }
        return scores;
    }

    private static double[] values(List<Map<String, Value>> scores, String code) {
        return scores.stream()
                .map(row -> row.get(code))
                .filter(Value.Num.class::isInstance)
                .mapToDouble(value -> ((Value.Num) value).value().doubleValue())
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "phq-9, phq9_total, 6.5, 5.0",
        "gad-7, gad7_total, 5.5, 4.6",
        "phq-15, phq15_total, 9, 4.5",
        "hit-6, hit6_total, 62, 6.5",
        "mibs-4, mibs4_total, 6.3, 3.4",
        "who-5, who5_raw, 13, 5",
        "isi, isi_total, 10, 5.5",
        "mig-scog, migscog_total, 7.9, 4.6",
        "fss, fss_sum, 37.8, 13.5",
        "cfq-11, cfq11_total, 15, 5"
    })
    void totalsHaveTheMeanAndTheSpreadOfTheRecipe(String form, String score, double mean, double sd) {
        double[] totals = values(scores(form, Optional.empty()), score);

        assertThat(totals).hasSize(PEOPLE);
        assertThat(CalibrationTest.mean(totals)).isCloseTo(mean, within(0.2 * sd));
        assertThat(CalibrationTest.sd(totals)).isCloseTo(sd, within(0.15 * sd));
    }

    @ParameterizedTest
    @CsvSource({"PROB, 5.7, 2.0", "LFD, 5.0, 1.8", "MED, 9.5, 1.8"})
    void medasMovesInTheArmThatChangesWhatPeopleEat(String arm, double mean, double sd) {
        double[] before = values(scores("medas-14", Optional.empty()), "medas14");
        double[] after = values(scores("medas-14", Optional.of(new After(84, arm))), "medas14");

        assertThat(CalibrationTest.mean(before)).isCloseTo(5.5, within(0.4));
        assertThat(CalibrationTest.mean(after)).isCloseTo(mean, within(0.4));
        assertThat(CalibrationTest.sd(after)).isCloseTo(sd, within(0.4));
    }

    @Test
    void nobodyEatsMediterraneanBeforeTheDraw() {
        assertThat(Arrays.stream(values(scores("medas-14", Optional.empty()), "medas13")))
                .isNotEmpty()
                .allMatch(points -> points < 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phq-4", "pgic", "ibs-checklist"})
    void everyOpenQuestionnaireIsAnsweredSoThatItsScoresAreKnown(String form) {
        assertThat(scores(form, Optional.of(new After(56, "PROB"))))
                .allSatisfy(row -> assertThat(row.values()).noneMatch(Value.Missing.class::isInstance));
    }

    @Test
    void moreReliefIsABetterImpression() {
        SplittableRandom random = new SplittableRandom(3);
        Questionnaire pgic = STUDY.questionnaire("pgic");
        List<Double> much = new ArrayList<>();
        List<Double> little = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            SyntheticPerson drawn = SyntheticPerson.draw(random.split());
            double gone = 1 - drawn.rateRatio(70, "MED");
            Object said = new SyntheticQuestionnaires(drawn, random.split())
                    .to(pgic, Optional.of(new After(70, "MED")))
                    .get("pgic_01");
            (gone > 0.4 ? much : gone < 0.1 ? little : new ArrayList<Double>())
                    .add(Double.valueOf(String.valueOf(said)));
        }

        assertThat(much.stream().sorted().toList().get(much.size() / 2)).isEqualTo(2.0);
        assertThat(little.stream().sorted().toList().get(little.size() / 2)).isEqualTo(4.0);
    }
}
