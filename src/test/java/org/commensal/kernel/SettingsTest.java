package org.commensal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.commensal.kernel.Settings.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong in a file is said with its line, and reading goes on. */
class SettingsTest {

    private final List<ProtocolFault> faults = new ArrayList<>();

    @Test
    void aMissingKeyIsSaidAtTheMapping() {
        assertThat(settings(Map.of()).string("title")).isEmpty();
        assertThat(faults).extracting(ProtocolFault::line).containsExactly(1);
        assertThat(faults.get(0).what()).contains("\"title\" is missing");
    }

    @Test
    void aKeyThatNothingAskedForIsSaidAtItsLine() {
        Settings settings = settings(Map.of("titel", "Oops"));
        settings.has("title");

        settings.done();

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith("study.yaml:2: \"titel\" is not a key"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, 1, 1", "1, 1, 0", "5, 5, 0", "6, 1, 1", "1.0, 1, 1", "five, 1, 1", "99999999999, 1, 1"})
    void aWholeNumberIsWithinItsRangeOrTheLeast(String written, int read, int faultCount) {
        assertThat(settings(Map.of("n", written)).integer("n", 1, 5)).isEqualTo(read);
        assertThat(faults).hasSize(faultCount);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 0", "false, false, 0", "yes, true, 1", "True, true, 1"})
    void aFlagIsTrueOrFalse(String written, boolean read, int faultCount) {
        assertThat(settings(Map.of("flag", written)).flag("flag", true)).isEqualTo(read);
        assertThat(faults).hasSize(faultCount);
    }

    @Test
    void oneOfReadsNothingElse() {
        Settings settings = settings(Map.of("method", "dice"));

        assertThat(settings.oneOf("method", List.of("blocks", "minimisation"))).isEqualTo("blocks");
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.fix())
                .contains("minimisation"));
    }

    @Test
    void aTextNeedsBothLanguages() {
        Settings settings = settings(Map.of("title", mapping(Map.of("en", "Mood"))));

        assertThat(settings.text("title")).isEqualTo(new Text("Mood", "?"));
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.what())
                .contains("\"nl\" is missing"));
    }

    @Test
    void aListIsNoSingleValueAndTheOtherWayRound() {
        Settings settings = settings(Map.of("one", List.of(new Node("study.yaml", 3, "a")), "many", "a"));

        assertThat(settings.optionalString("one")).isEmpty();
        assertThat(settings.strings("many")).isEmpty();
        assertThat(faults).hasSize(2);
    }

    @Test
    void tellsWhatIsAskedForWhetherItIsThereOrNot() {
        List<Asked> asked = new ArrayList<>();
        Settings settings = new Settings(
                mapping(Map.of("visits", List.of(mapping(Map.of("code", "V1"))))),
                faults::add,
                asked::add,
                "study.yaml/");

        settings.integer("target", 1, 9, 1);
        settings.children("visits", 1).forEach(visit -> visit.string("code"));

        assertThat(asked)
                .extracting(each -> each.mapping() + " " + each.key() + " " + each.required())
                .containsExactly(
                        "study.yaml/ target false", "study.yaml/ visits true", "study.yaml/visits[] code true");
        assertThat(asked.get(0).shape()).isEqualTo(new Asked.Shape(Asked.Kind.NUMBER, 1, 9, List.of()));
    }

    @Test
    void whatWasFirstLookedForWithoutNeedIsOptional() {
        List<Asked> asked = new ArrayList<>();
        Settings settings = new Settings(mapping(Map.of("export", "normal")), faults::add, asked::add, "f/");

        settings.optionalString("export")
                .ifPresent(written -> settings.oneOf("export", List.of("normal", "sensitive")));
        settings.has("levels-from");
        settings.string("levels-from");

        assertThat(asked).extracting(Asked::required).containsOnly(false);
    }

    @Test
    void namesThatTheStudyChoosesAreOneKey() {
        List<Asked> asked = new ArrayList<>();
        Settings sets =
                new Settings(mapping(Map.of("weights", mapping(Map.of("site", "2")))), faults::add, asked::add, "f/");

        sets.optionalChild("weights").map(Settings::withNamesOfTheStudy).ifPresent(at -> at.integer("site", 1, 9));

        assertThat(asked.get(1).mapping() + "." + asked.get(1).key()).isEqualTo("f/weights.*");
    }

    private Settings settings(Map<String, Object> entries) {
        return new Settings(mapping(entries), (Consumer<ProtocolFault>) faults::add);
    }

    /** A mapping at line 1, its values at line 2 and on. */
    private static Node mapping(Map<String, Object> entries) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        entries.forEach((key, value) ->
                nodes.put(key, value instanceof Node node ? node : new Node("study.yaml", nodes.size() + 2, value)));
        return new Node("study.yaml", 1, nodes);
    }
}
