package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared with its source is something that the study has, and who is selected can be computed by anybody. */
class SourceVerificationTest {

    private static final Path FOLDER = Path.of("study-protocols", "probiotic-placebo-2arm");
    private static final Study STUDY = StudyReader.read(FOLDER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "  share: 20"                               | "  share: 0"                       | "share" is 0.
            "  share: 20"                               | "  share: 101"                     | "share" is 101.
            "  forms: [screening, measurements]"        | "  forms: [no-such-form]"          | There is no form "no-such-form".
            "  forms: [screening, measurements]"        | "  forms: [screening, screening]"  | "screening" is listed twice.
            "  critical: [ae_serious, ae_start, ae_grade]" | "  critical: [no_such_item]"    | No form asks "no_such_item".
            "  critical: [ae_serious, ae_start, ae_grade]" | "  critical: [bmi]"             | No form asks "bmi".
            """)
    void refuses(String before, String after, String fault) {
        Planted study = new Planted(FOLDER).replace(Planted.STUDY, before.replace("\"", ""), after.replace("\"", ""));

        assertThat(study.faults()).singleElement().satisfies(found -> assertThat(found.toString())
                .contains(fault));
    }

    @Test
    void refusesToCompareNothing() {
        Planted study = new Planted(FOLDER)
                .replace(Planted.STUDY, "  forms: [screening, measurements]\n", "")
                .replace(Planted.STUDY, "  critical: [ae_serious, ae_start, ae_grade]\n", "");

        assertThat(study.faults()).singleElement().satisfies(found -> assertThat(found.what())
                .contains("Nothing is compared"));
    }

    /** The least share was computed apart, by {@code printf a-study/ABC-0001-1 | sha256sum}. */
    @ParameterizedTest
    @CsvSource({"a-study, ABC-0001-1, 29", "a-study, ABC-0002-2, 20", "other, ABC-0001-1, 58"})
    void whoIsSelectedFollowsFromTheHash(String study, String code, int least) {
        assertThat(of(least).selects(study, code)).isTrue();
        assertThat(of(least - 1).selects(study, code)).isFalse();
    }

    @Test
    void aShareIsAboutThatManyAndALargerOneKeepsThem() {
        List<String> some = selected(20);

        assertThat(some).hasSizeBetween(1_800, 2_200);
        assertThat(selected(30)).containsAll(some);
        assertThat(selected(100)).hasSize(10_000);
    }

    @Test
    void criticalItemsAreRequiredOfEverybodyAndWholeFormsOfWhoIsSelected() {
        SourceVerification plan = STUDY.conduct().sourceVerification().orElseThrow();

        assertThat(plan.required(STUDY.questionnaire("measurements"), true))
                .contains("weight_kg", "pulse")
                .doesNotContain("bmi");
        assertThat(plan.required(STUDY.questionnaire("measurements"), false)).isEmpty();
        assertThat(plan.required(STUDY.questionnaire("adverse-event"), false))
                .containsExactly("ae_start", "ae_grade", "ae_serious");
    }

    private static List<String> selected(int share) {
        return IntStream.range(0, 10_000)
                .mapToObj(number -> "ABC-" + number)
                .filter(code -> of(share).selects("a-study", code))
                .toList();
    }

    private static SourceVerification of(int share) {
        return new SourceVerification(share, List.of(), List.of());
    }
}
