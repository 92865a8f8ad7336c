package org.commensal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that people read: their links lead somewhere, and their commands are the first thing said. */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)#]+)[^)]*\\)");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        for (String folder : List.of("deploy", "src/docs", "study-protocols")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                found.filter(path -> path.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            if (!link.group(1).contains("://")) {
                assertThat(page.resolveSibling(link.group(1))).exists();
            }
        }
    }

    @Test
    void readmeBeginsToRunAndToTestWithOneCommandEach() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("## Run\n\n```\nmvn -q -DskipTests package exec:exec@demo\n```\n")
                .contains("## Test\n\n```\nmvn -B verify\n```\n");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsOnePageWithContextDecisionAndConsequences(Path page) throws IOException {
        assertThat(Files.readString(page))
                .startsWith("# " + page.getFileName().toString().substring(0, 4) + " ")
                .containsSubsequence("\n## Context\n", "\n## Decision\n", "\n## Consequences\n");
    }

    static List<Path> decisions() throws IOException {
        try (Stream<Path> found = Files.list(Path.of("src", "docs", "decisions"))) {
            return found.toList();
        }
    }
}
