package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Value;
import org.commensal.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every instrument scores as published: answers go through the reader and the form, as those of a participant do. */
class ReferenceScoresTest {

    private static final Path FIXTURES = Path.of("src", "test", "resources", "instruments");
    private static final Pattern EXPECTED = Pattern.compile("(\\w+)=(\\S+)(?: \\((.+)\\))?");
    private static final Study STUDY = Library.whole().with(FIXTURES).study();

    @ParameterizedTest
    @CsvFileSource(resources = "/instruments/reference.csv", delimiter = '|')
    void scoresAsPublished(String instrument, String answers, String expected) {
        Questionnaire form = STUDY.questionnaire(instrument);
        Map<String, Value> scores = form.score(form.accept(given(answers)));

        for (String each : expected.split("; ")) {
            Matcher matcher = EXPECTED.matcher(each);
            assertThat(matcher.matches()).as(each).isTrue();
            Value score = scores.getOrDefault(matcher.group(1), new Value.Word("no such score"));
            if (matcher.group(2).equals("?")) {
                assertThat(score).as(each).isEqualTo(Value.Missing.UNKNOWN);
            } else {
                assertThat(score).as(each).isInstanceOfSatisfying(Value.Num.class, number -> assertThat(number.value())
                        .isEqualByComparingTo(new BigDecimal(matcher.group(2))));
            }
            assertThat(band(form, matcher.group(1), score)).as(each).isEqualTo(matcher.group(3));
        }
    }

    private static Map<String, Object> given(String answers) {
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> words = List.of(answers.split(" "));
        if (!words.get(0).endsWith("*")) {
            words.forEach(word -> given.put(word.split("=")[0], word.split("=")[1]));
            return given;
        }
        String prefix = words.get(0).replace("*", "");
        for (int item = 1; item < words.size(); item++) {
            if (!words.get(item).equals("-")) {
                given.put("%s%02d".formatted(prefix, item), words.get(item));
            }
        }
        return given;
    }

    private static @org.jspecify.annotations.Nullable String band(Questionnaire form, String code, Value value) {
        return form.scores().stream()
                .filter(score -> score.code().equals(code))
                .flatMap(score -> score.band(value).stream())
                .map(band -> band.in(Language.EN))
                .findFirst()
                .orElse(null);
    }

    /** Nothing is scored from nothing, and a form that was answered whole has all its scores. */
    @Test
    void everyScoreIsUnknownWithoutAnswersAndKnownWithAll() {
        assertThat(STUDY.questionnaires().values())
                .filteredOn(form -> form.provenance().isPresent())
                .hasSizeGreaterThan(30)
                .allSatisfy(form -> {
                    assertThat(form.score(form.accept(Map.of())).values()).allMatch(Value.Missing.UNKNOWN::equals);
                    Map<String, Object> given = new LinkedHashMap<>();
                    form.items().forEach(item -> given.put(item.code(), someAnswer(item)));
                    assertThat(form.score(form.accept(given)).values()).allMatch(Value.Num.class::isInstance);
                });
    }

    private static Object someAnswer(Item item) {
        return switch (item.type()) {
            case "choice" -> item.options().get(0).value();
            case "boolean" -> "true";
            default -> item.settings().getOrDefault("least", "0");
        };
    }
}
