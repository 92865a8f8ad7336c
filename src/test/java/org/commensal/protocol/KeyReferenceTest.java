package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.allocation.AllocationScheme;
import org.junit.jupiter.api.Test;

/**
 * The reference of every key is what reading asks for, no more and no less.
 *
 * <p>{@code -Dgolden.update=true} writes the tables anew; a sentence for a new key goes into {@code keys.properties}.
 */
class KeyReferenceTest {

    private static final Path README = Path.of("study-protocols", "README.md");

    private final KeyReference reference = KeyReference.read();

    @Test
    void everyKeyHasASentenceAndEverySentenceAKey() {
        List<String> paths = reference.keys().all().stream().map(Keys.Key::path).toList();

        assertThat(reference.sentences().keySet()).containsExactlyInAnyOrderElementsOf(paths);
        assertThat(reference.sentences().values()).allMatch(sentence -> sentence.matches("[A-Z`].*[^. ]\\."));
    }

    @Test
    void theSentenceOfTheMethodNamesEachOfThem() {
        assertThat(AllocationScheme.methods())
                .allSatisfy(method -> assertThat(reference.sentences().get("allocation.yaml/method"))
                        .contains("`" + method.name() + "`"));
    }

    @Test
    void theTablesOfTheReadmeAreTheOnesThatReadingGives() throws IOException {
        String written = Files.readString(README);
        String expected = written;
        for (String file : KeyReference.FILES) {
            expected = between(file, expected);
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(README, expected);
            written = expected;
        }
        assertThat(written).isEqualTo(expected);
    }

    private String between(String file, String text) {
        String begin = "<!-- keys of " + file + ", written by KeyReferenceTest -->\n";
        String end = "<!-- end of keys of " + file + " -->";
        assertThat(text).contains(begin, end);
        Pattern part = Pattern.compile(Pattern.quote(begin) + ".*" + Pattern.quote(end), Pattern.DOTALL);
        return part.matcher(text).replaceFirst(Matcher.quoteReplacement(begin + reference.tables(file) + end));
    }

    /** A key that only some of its mappings ask for, as one of an item type, is not required. */
    @Test
    void aKeyIsRequiredWhereEveryMappingNeedsIt() {
        assertThat(required("study.yaml/id")).isTrue();
        assertThat(required("study.yaml/arms")).isTrue();
        assertThat(required("study.yaml/schedule.visits[].forms[].by")).isTrue();
        assertThat(required("study.yaml/notice")).isFalse();
        assertThat(required("study.yaml/factors[].levels-from")).isFalse();
        assertThat(required("forms/*.yaml/items[].least")).isFalse();
        assertThat(required("allocation.yaml/method")).isTrue();
        assertThat(required("allocation.yaml/probability")).isFalse();
    }

    private boolean required(String path) {
        return reference.keys().all().stream()
                .filter(key -> key.path().equals(path))
                .map(reference.keys()::isRequired)
                .findFirst()
                .orElseThrow();
    }
}
