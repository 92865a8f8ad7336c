package org.commensal.export.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.export.release.Table.Amended;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words around the data, with arms PROB, LFD and MED. */
class ArmWordsTest {

    private static final Study STUDY = StudyReader.read(Path.of("study-protocols", "gutbrain-migraine-3arm"));

    @ParameterizedTest
    @ValueSource(strings = {"Adherence (LFD)", "lfd_days", "arm == 'MED'", "prob-2"})
    void aCodeOfAnArmIsNowhere(String said) {
        Column named = Column.text("days", new Text("Days", said));
        Column earlier = named("days").amended(new Amended("1 | 2", Optional.of(new Text("1: " + said, "1: Dagen"))));

        assertThat(absent(named)).isFalse();
        assertThat(absent(named(said))).isFalse();
        assertThat(absent(earlier)).isFalse();
        assertThat(ArmWords.in(STUDY, List.of(new Table(said, new Text("a", "b"), List.of(), rows -> {}))))
                .containsExactly(said);
        assertThat(absent(Column.choice("a", new Text("a", "b"), List.of(new Code("1", new Text("x", said))))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "low_fodmap_diet, mediterranean_diet, a, b",
        "a, b, Low-FODMAP diet, The Mediterranean diet | Mediterranean diet",
        "1, 2, multispecies probiotic, Low-FODMAP-dieet"
    })
    void aColumnThatOffersArmsIsNot(String one, String other, String oneLabel, String otherLabel) {
        List<Code> codes = new ArrayList<>(List.of(new Code("none", new Text("None", "Geen"))));
        codes.add(new Code(one, Text.same(oneLabel)));
        for (String label : otherLabel.split(" \\| ")) {
            codes.add(new Code(other, Text.same(label)));
        }

        assertThat(absent(Column.choice("which", new Text("Which?", "Welke?"), codes)))
                .isFalse();
    }

    @Test
    void wordsForADietMayBeThere() {
        assertThat(absent(
                        Column.text("a", new Text("How much do you expect of the low-FODMAP diet?", "Verwachting")),
                        Column.text("b", new Text("Do you take medicines? Probably", "Medicijnen?")),
                        Column.choice(
                                "diet",
                                new Text("Which diet before?", "Welk dieet eerder?"),
                                List.of(
                                        new Code("low_fodmap", new Text("Low-FODMAP diet", "Low-FODMAP-dieet")),
                                        new Code("none", new Text("None", "Geen"))))))
                .isTrue();
    }

    private static Column named(String name) {
        return Column.text(name, new Text("a", "b"));
    }

    private static boolean absent(Column... columns) {
        return ArmWords.in(
                        STUDY, List.of(new Table("form", new Text("Form", "Formulier"), List.of(columns), rows -> {})))
                .isEmpty();
    }
}
