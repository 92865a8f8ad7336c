package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.instrument.Definitions;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.junit.jupiter.api.Test;

/** What the tutorial shows is true, and its tables know every type and function. */
class ReadmeTest {

    private static final Pattern FILE = Pattern.compile("```yaml my-study/(\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLES = Pattern.compile("```yaml\\n(participants:.*?)```", Pattern.DOTALL);

    private static final Pattern EVERY_TYPE = Pattern.compile("```yaml\\n(items:.*?)```", Pattern.DOTALL);

    private final String readme = Files.readString(Path.of("study-protocols", "README.md"));

    ReadmeTest() throws IOException {}

    private Map<String, byte[]> tutorial() {
        Map<String, byte[]> files = new HashMap<>();
        Matcher matcher = FILE.matcher(readme);
        while (matcher.find()) {
            files.put(matcher.group(1), matcher.group(2).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void showsAStudyThatReads() {
        Study study = StudyReader.read(tutorial());

        assertThat(study.id()).isEqualTo("my-study");
        assertThat(study.criteria()).hasSize(1);
        assertThat(study.scheme().arms()).hasSize(2);
    }

    @Test
    void showsTheMistakeThatItSpeaksOf() {
        Map<String, byte[]> files = tutorial();
        files.computeIfPresent("forms/screening.yaml", (path, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace("ask-if: walks", "ask-if: walk")
                .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> StudyReader.read(files))
                .isInstanceOfSatisfying(
                        FaultyStudy.class, faulty -> assertThat(readme).contains("`" + faulty.getMessage() + "`"));
    }

    @Test
    void showsExamplesThatHoldAndTheMismatchThatItSpeaksOf() {
        Matcher shown = EXAMPLES.matcher(readme);
        assertThat(shown.find()).isTrue();
        Map<String, byte[]> files = tutorial();
        Study study = StudyReader.read(files);
        files.put("examples/eligibility.yaml", shown.group(1).getBytes(StandardCharsets.UTF_8));
        StudyExamples.Outcome outcome = StudyExamples.run(study, StudyFolder.of(files));

        assertThat(outcome.mismatches()).isEmpty();
        assertThat(outcome.examples()).isEqualTo(5);

        String wrong = new String(files.get("examples/eligibility.yaml"), StandardCharsets.UTF_8)
                .replace("eligible: true\n", "eligible: false\n    by: [I04]\n");
        files.put("examples/eligibility.yaml", ("\n".repeat(8) + wrong).getBytes(StandardCharsets.UTF_8));
        assertThat(StudyExamples.run(study, StudyFolder.of(files)).mismatches())
                .singleElement()
                .satisfies(mismatch -> assertThat(readme).contains("`" + mismatch + "`"));
    }

    @Test
    void knowsEveryTypeAndFunction() {
        Set<String> words = new TreeSet<>(ItemTypes.names());
        words.addAll(Definitions.ofBlocks());

        assertThat(words).allSatisfy(word -> assertThat(readme).contains("`" + word + "`"));
    }

    /** The page of every item type is a form that reads, and its condition on a medicine one that can be decided. */
    @Test
    void showsAnItemOfEveryTypeThatReads() {
        Matcher shown = EVERY_TYPE.matcher(readme);
        assertThat(shown.find()).isTrue();
        Map<String, byte[]> files = tutorial();
        files.put(
                "forms/every-type.yaml",
                ("title: {en: E, nl: E}\nminutes: 1\n" + shown.group(1)).getBytes(StandardCharsets.UTF_8));
        files.computeIfPresent("study.yaml", (path, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                .replace(
                        "{form: screening, by: staff}",
                        "{form: screening, by: staff}\n        - {form: every-type, by: staff}")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(StudyReader.read(files).questionnaire("every-type").items())
                .extracting(Item::type)
                .containsAll(ItemTypes.names());
    }

    @Test
    void knowsEveryOperationOfExpressions() {
        assertThatThrownBy(() -> Expression.parse("nothing_of_the_kind(a)"))
                .isInstanceOfSatisfying(Expression.Unreadable.class, unreadable -> assertThat(unreadable
                                .fault()
                                .fix()
                                .replaceAll("Use one of: |\\.", "")
                                .split(", "))
                        .hasSizeGreaterThan(4)
                        .allSatisfy(operation -> assertThat(readme).contains("| `" + operation + "(")));
    }
}
