package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.instrument.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules that the example switches off fit where the page says that they belong, and open with their wording only. */
class FlagshipModulesTest {

    private static final Path PAGE = Path.of("study-protocols", "README.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z0-9, ]+) \\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

    static List<Arguments> modules() throws IOException {
        String page = Files.readString(PAGE);
        Matcher row = ROW.matcher(page.substring(page.indexOf("<!-- modules,"), page.indexOf("<!-- end of modules")));
        List<Arguments> modules = new ArrayList<>();
        while (row.find()) {
            modules.add(Arguments.of(row.group(2), List.of(row.group(1).split(", ", -1))));
        }
        return modules;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleFitsAtItsVisitsAndLacksItsWording(String module, List<String> visits) {
        Planted study = new Planted()
                .put("instruments/" + module + ".yaml", text("instruments/" + module + ".yaml"))
                .replace(Planted.STUDY, "instruments: [", "instruments: [" + module + ", ");
        for (String visit : visits) {
            String text = study.text(Planted.STUDY);
            int at = text.indexOf("      forms:\n", text.indexOf("    - code: " + visit)) + "      forms:\n".length();
            study.put(
                    Planted.STUDY,
                    text.substring(0, at) + "        - {form: " + module + ", by: participant}\n" + text.substring(at));
        }
        Study read = StudyReader.read(study.files());

        assertThat(read.questionnaire(module).lacksWording()).isTrue();
        assertThat(read.schedule().visits().stream()
                        .filter(visit -> visit.forms().stream()
                                .anyMatch(form -> form.form().equals(module)))
                        .map(Schedule.Visit::code))
                .containsExactlyInAnyOrderElementsOf(visits);
    }

    @Test
    void whatIsSwitchedOffIsNotInTheExample() throws IOException {
        Study study = StudyReader.read(FlagshipTest.FOLDER);

        assertThat(study.questionnaires().values()).noneMatch(Questionnaire::lacksWording);
        assertThat(modules()).hasSize(16);
        assertThat(study.questionnaires().keySet())
                .doesNotContainAnyElementsOf(modules().stream()
                        .map(module -> String.valueOf(module.get()[0]))
                        .toList());
    }

    @Test
    void thePageSaysHowLongTheBaselineTakes() throws IOException {
        Study study = StudyReader.read(FlagshipTest.FOLDER);
        int minutes = study.schedule().visits().stream()
                .filter(visit -> visit.code().equals("V1"))
                .flatMap(visit -> visit.forms().stream())
                .filter(form -> form.by() == Schedule.FilledBy.PARTICIPANT)
                .mapToInt(form -> study.questionnaire(form.form()).minutes())
                .sum();

        assertThat(Files.readString(PAGE)).contains("at the baseline it takes a participant " + minutes + " minutes");
    }

    private static String text(String file) {
        try {
            return Files.readString(PAGE.resolveSibling(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
