package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that public files of these instruments contain, each held out of ours. */
class InstrumentTrapsTest {

    private static final Study STUDY = Library.whole().study();
    private static final List<String> FREQUENCY =
            List.of("Helemaal niet", "Verscheidene dagen", "Meer dan de helft van de dagen", "Bijna elke dag");

    private static Map<String, Value> score(String id, Map<String, Object> given) {
        Questionnaire form = STUDY.questionnaire(id);
        return form.score(form.accept(given));
    }

    private static Map<String, Object> all(String id, String answer) {
        Map<String, Object> given = new LinkedHashMap<>();
        STUDY.questionnaire(id).items().forEach(item -> given.put(item.code(), answer));
        return given;
    }

    private static Item item(String id, String code) {
        return STUDY.questionnaire(id).items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(Item item, Language language) {
        return item.options().stream()
                .map(option -> option.label().in(language))
                .toList();
    }

    /** The Dutch PHQ-9 of a public library asks about low mood twice, and never about fatigue. */
    @Test
    void noTwoItemsOfOneInstrumentShareASentenceInEitherLanguage() {
        assertThat(STUDY.questionnaires().values())
                .filteredOn(form -> !form.lacksWording())
                .hasSizeGreaterThan(10)
                .allSatisfy(form -> {
                    assertThat(form.items())
                            .extracting(item -> item.question().en())
                            .doesNotHaveDuplicates();
                    assertThat(form.items())
                            .extracting(item -> item.question().nl())
                            .doesNotHaveDuplicates();
                });
    }

    /** One label is broken in two there, and the complaints of the PHQ-15 carry the four frequencies. */
    @Test
    void answersAreThoseOfTheirInstrument() {
        assertThat(labels(item("phq-9", "phq9_01"), Language.NL)).isEqualTo(FREQUENCY);
        assertThat(labels(item("gad-7", "gad7_01"), Language.NL)).isEqualTo(FREQUENCY);
        assertThat(labels(item("phq-4", "phq4_anx1"), Language.NL)).isEqualTo(FREQUENCY);
        assertThat(labels(item("phq-15", "phq15_back"), Language.EN))
                .containsExactly("Not bothered at all", "Bothered a little", "Bothered a lot");
        assertThat(labels(item("gad-7", "gad7_07"), Language.EN)).startsWith("Not at all");
    }

    /** A key that counts item 1 as depression, or its sum of 3 without doubling, gives other numbers. */
    @Test
    void theFirstItemOfTheDassIsStressAndCountsDouble() {
        Map<String, Object> given = all("dass-21", "0");
        given.put("dass21_01", "3");

        assertThat(score("dass-21", given))
                .containsEntry("dass21_stress", Value.Num.of(6))
                .containsEntry("dass21_depression", Value.Num.of(0))
                .containsEntry("dass21_anxiety", Value.Num.of(0));
    }

    /** Another public file uses a wrong list of items: here each item counts in its own scale and in no other. */
    @Test
    void everyItemOfTheDassCountsInItsOwnScaleAlone() {
        String key = "SADADSASADSSDSADDSAAD";
        Map<Character, String> scales = Map.of('D', "dass21_depression", 'A', "dass21_anxiety", 'S', "dass21_stress");
        for (int at = 0; at < key.length(); at++) {
            Map<String, Object> given = all("dass-21", "0");
            given.put("dass21_%02d".formatted(at + 1), "1");
            Map<String, Value> expected = new LinkedHashMap<>();
            scales.values().forEach(scale -> expected.put(scale, Value.Num.of(0)));
            expected.put(scales.getOrDefault(key.charAt(at), ""), Value.Num.of(2));

            assertThat(score("dass-21", given)).as("item %d", at + 1).isEqualTo(expected);
        }
    }

    /** Seven threes are 21 before doubling: severe depression, but extremely severe after. */
    @Test
    void bandsOfTheDassHoldAfterDoubling() {
        assertThat(STUDY.questionnaire("dass-21").scores()).allSatisfy(score -> assertThat(
                        score.band(Value.Num.of(42)).orElseThrow().en())
                .isEqualTo("extremely severe"));
        Map<String, Object> given = all("dass-21", "1");
        assertThat(score("dass-21", given)).containsEntry("dass21_depression", Value.Num.of(14));
        assertThat(band("dass-21", "dass21_depression", "14")).isEqualTo("moderate");
    }

    private static String band(String id, String score, String value) {
        return STUDY.questionnaire(id).scores().stream()
                .filter(each -> each.code().equals(score))
                .flatMap(each -> each.band(new Value.Num(new BigDecimal(value))).stream())
                .map(text -> text.in(Language.EN))
                .findFirst()
                .orElse("");
    }

    /** Nuts once a week are not enough; sweets twice a week are few enough in this version of the rule. */
    @ParameterizedTest
    @CsvSource({
        "medas_nuts, 1, 0",
        "medas_nuts, 2.9, 0",
        "medas_nuts, 3, 1",
        "medas_sweets, 2, 1",
        "medas_sweets, 2.9, 1",
        "medas_sweets, 3, 0",
        "medas_wine, 6.9, 0",
        "medas_wine, 7, 1",
        "medas_meat, 0.9, 1",
        "medas_meat, 1, 0"
    })
    void medasGivesItsPointFrom(String item, String frequency, int point) {
        Map<String, Object> none = new LinkedHashMap<>();
        STUDY.questionnaire("medas-14")
                .items()
                .forEach(each -> none.put(each.code(), each.type().equals("boolean") ? "false" : "0"));
        List.of("medas_meat", "medas_butter", "medas_soda", "medas_sweets").forEach(code -> none.put(code, "9"));
        none.put(item, frequency);

        assertThat(score("medas-14", none)).containsEntry("medas14", Value.Num.of(point));
        assertThat(score("medas-14", none))
                .containsEntry("medas13", Value.Num.of(item.equals("medas_wine") ? 0 : point));
    }

    /** Two sources disagree on 3 and 4 of the MIBS-4; reviews print other bands of the ASC-12 than its authors. */
    @ParameterizedTest
    @CsvSource({
        "mibs-4, mibs4_total, 2, mild",
        "mibs-4, mibs4_total, 3, moderate",
        "mibs-4, mibs4_total, 4, moderate",
        "mibs-4, mibs4_total, 5, severe",
        "asc-12, asc12_total, 2, none",
        "asc-12, asc12_total, 3, mild",
        "asc-12, asc12_total, 5, mild",
        "asc-12, asc12_total, 6, moderate",
        "asc-12, asc12_total, 8, moderate",
        "asc-12, asc12_total, 9, severe",
        "gad-7, gad7_total, 4, minimal",
        "hit-6, hit6_total, 49, little or none",
        "hit-6, hit6_total, 56, substantial",
        "hit-6, hit6_total, 60, severe",
        "fss, fss_mean, 3.9, no fatigue",
        "ibs-sss, ibssss_total, 74, remission",
        "ibs-sss, ibssss_total, 75, mild",
        "ibs-sss, ibssss_total, 175, moderate",
        "ibs-sss, ibssss_total, 300, severe"
    })
    void bandsAreThoseOfTheAuthors(String id, String score, String value, String band) {
        assertThat(band(id, score, value)).isEqualTo(band);
    }

    @Test
    void mibsNamesTheSourceOfItsBandsInItsVersion() {
        assertThat(STUDY.questionnaire("mibs-4").provenance().orElseThrow().version())
                .contains("hubig-2022");
        assertThat(STUDY.questionnaire("medas-14").provenance().orElseThrow().version())
                .contains("sweets-below-3");
    }

    @Test
    void phq4IsScoredByItemWhateverTheOrderOfTheAnswers() {
        Map<String, Object> one =
                Map.of("phq4_dep_down", "3", "phq4_anx2", "0", "phq4_dep_interest", "1", "phq4_anx1", "2");

        assertThat(score("phq-4", one))
                .containsEntry("phq4_anx", Value.Num.of(2))
                .containsEntry("phq4_dep", Value.Num.of(4));
    }

    /** The codes of the HIT-6 are weights, not ranks; the MSQ is stored as printed and turned when scored. */
    @Test
    void codesAreStoredAsTheirInstrumentScoresThem() {
        assertThat(item("hit-6", "hit6_03").options())
                .extracting(Item.Option::value)
                .containsExactly("6", "8", "10", "11", "13");
        assertThat(score("msq-21", all("msq-21", "2"))).containsEntry("msq_rfr", new Value.Num(new BigDecimal("80")));
    }

    /** Seven items of the SHAPS show their answers in reverse: a position would turn them round. */
    @Test
    void shapsStoresWhatWasSaid() {
        assertThat(STUDY.questionnaire("shaps").items()).hasSize(14).allSatisfy(item -> assertThat(item.options())
                .extracting(Item.Option::value)
                .containsExactly("strongly_agree", "agree", "disagree", "strongly_disagree"));
    }

    /** Some apps store the days with pain as 0 to 100 already. */
    @Test
    void ibsSssCountsDaysOutOfTenTenTimes() {
        assertThat(item("ibs-sss", "ibssss_days").settings()).containsEntry("most", "10");
        Map<String, Object> given = all("ibs-sss", "0");
        given.put("ibssss_days", "10");
        assertThat(score("ibs-sss", given)).containsEntry("ibssss_total", Value.Num.of(100));
    }

    @Test
    void promisAndCeqHaveNoScore() {
        assertThat(List.of("promis-fatigue-7a", "promis-cognitive-8a", "ceq"))
                .allSatisfy(id -> assertThat(STUDY.questionnaire(id).scores()).isEmpty());
    }

    /** 37, 39 and 77 cannot occur in a sum of six of its codes. */
    @Test
    void hit6HasGaps() {
        List<Integer> sums = List.of(0);
        for (Item item : STUDY.questionnaire("hit-6").items()) {
            List<Integer> codes = item.options().stream()
                    .map(option -> Integer.valueOf(option.value()))
                    .toList();
            sums = sums.stream()
                    .flatMap(sum -> codes.stream().map(code -> sum + code))
                    .distinct()
                    .toList();
        }
        List<Integer> possible = sums;
        assertThat(IntStream.rangeClosed(36, 78).filter(total -> !possible.contains(total)))
                .containsExactly(37, 39, 77);
    }
}
