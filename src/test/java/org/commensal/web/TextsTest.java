package org.commensal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.access.Role;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.enrolment.Stage;
import org.commensal.instrument.Licence;
import org.commensal.kernel.Language;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.randomisation.AllocationEvent;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.studies.PublishedStudy;
import org.commensal.unblinding.Unblinding;
import org.junit.jupiter.api.Test;

/** Every screen is complete in both languages. */
class TextsTest {

    private static final Pattern IN_TEMPLATES = Pattern.compile("\\bt\\(([^)]*)\\)|count\\(\"([a-z.-]+)\"");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:texts|screen)\\.(?:get|t)\\(\\s*\"([a-z.0-9-]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z.0-9-]*)\"");
    private static final Pattern PLACE = Pattern.compile("%s");

    private final Properties english = bundle("en");
    private final Properties dutch = bundle("nl");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void noSentenceIsEmptyAndBothTakeAsManyValues() {
        for (String key : english.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(dutch.getProperty(key)).as(key).isNotBlank();
            assertThat(places(dutch.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> used = used("src/main/jte", ".jte", IN_TEMPLATES);
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(known()).containsAll(used);
    }

    @Test
    void everyKeyOfAPageClassExists() throws IOException {
        Set<String> used = used("src/main/java/org/commensal/web", ".java", IN_CODE);
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(known()).containsAll(used);
    }

    @Test
    void everyStageStateVerdictRoleAndLicenceHasAWord() {
        Stream<String> keys = Stream.of(
                        Stream.of(Stage.values()).map(stage -> "stage." + Words.code(stage)),
                        Stream.of(State.values()).map(state -> "task." + Words.code(state)),
                        Stream.of(Verdict.values()).map(verdict -> "verdict." + Words.code(verdict)),
                        Stream.of(Role.values()).map(role -> "role." + role.code()),
                        Licence.Status.codes().stream().map(code -> "licence." + code),
                        Stream.of(PublishedStudy.State.values()).map(state -> "state." + Words.code(state)),
                        Stream.of(Unblinding.State.values()).map(state -> "unblinding.state." + Words.code(state)),
                        Stream.of(Unblinding.Category.values()).map(why -> "unblinding.category." + why.code()),
                        Stream.of(Unblinding.Outcome.values()).map(made -> "unblinding.outcome." + made.code()),
                        Stream.of(AllocationRequest.State.values())
                                .map(state -> "allocation-request.state." + Words.code(state)),
                        Stream.of(AllocationEvent.Kind.values()).map(kind -> "allocation." + kind.code()))
                .flatMap(each -> each);
        assertThat(english.stringPropertyNames()).containsAll(keys.toList());
    }

    @Test
    void datesAreWrittenAsTheLanguageWritesThem() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertThat(Texts.in(Language.NL).weekday(day)).isEqualTo("maandag 23 november");
        assertThat(Texts.in(Language.EN).weekday(day)).isEqualTo("Monday 23 November");
        assertThat(Texts.in(Language.EN).day(day)).isEqualTo("23 November 2026");
    }

    @Test
    void oneAndManyAreSaidApart() {
        assertThat(Texts.in(Language.NL).count("fact.late.foot", 1)).isEqualTo("van 1 deelnemer");
        assertThat(Texts.in(Language.NL).count("fact.late.foot", 0)).isEqualTo("van 0 deelnemers");
    }

    /** A key that is counted is used without its ending. */
    private Set<String> known() {
        Set<String> known = new TreeSet<>(english.stringPropertyNames());
        english.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".one"))
                .forEach(key -> known.add(key.substring(0, key.length() - ".one".length())));
        return known;
    }

    private static Set<String> used(String folder, String ending, Pattern calls) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(folder, ending)) {
            Matcher call = calls.matcher(Files.readString(file));
            while (call.find()) {
                Matcher literal = LITERAL.matcher(call.group());
                boolean choice = call.group().contains(" ? ");
                while (literal.find()) {
                    if (!choice || literal.group(1).contains(".")) {
                        keys.add(literal.group(1));
                    }
                }
            }
        }
        return keys;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(ending)).toList());
        }
    }

    private static long places(String sentence) {
        return PLACE.matcher(sentence).results().count();
    }

    private static Properties bundle(String language) {
        Properties properties = new Properties();
        try (InputStream file = TextsTest.class.getResourceAsStream("messages_" + language + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return properties;
    }
}
