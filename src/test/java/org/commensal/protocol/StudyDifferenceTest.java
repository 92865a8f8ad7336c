package org.commensal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.StudyDifference.Kind;
import org.commensal.protocol.StudyDifference.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each amendment of {@link Amendments} is told for what it is, and for nothing else. */
class StudyDifferenceTest {

    private static final Study FLAGSHIP = StudyReader.read(FlagshipTest.FOLDER);

    static List<Amendment> amendments() {
        return Amendments.TABLE;
    }

    private static List<StudyDifference> differences(Amendment row) {
        return StudyDifference.between(row.old(), StudyReader.read(row.amended().files()));
    }

    @ParameterizedTest
    @MethodSource("amendments")
    void tellsEachChangeForWhatItIs(Amendment row) {
        List<StudyDifference> found = differences(row);

        assertThat(found.stream().map(StudyDifference::kind)).containsOnlyElementsOf(row.kinds());
        assertThat(found).anySatisfy(difference -> {
            assertThat(difference.kind()).isEqualTo(row.kinds().get(0));
            assertThat(difference.code()).isEqualTo(row.code());
            assertThat(difference.file()).isEqualTo(row.file());
            assertThat(difference.sentence().en()).contains(row.words());
        });
    }

    @ParameterizedTest
    @MethodSource("amendments")
    void speaksBothLanguages(Amendment row) {
        assertThat(differences(row)).allSatisfy(difference -> {
            assertThat(difference.sentence().nl())
                    .isNotEqualTo(difference.sentence().en())
                    .doesNotContain("%");
            assertThat(difference.sentence().en()).doesNotContain("%");
        });
    }

    @Test
    void hasAnAmendmentForEveryKind() {
        Set<Kind> shown = EnumSet.noneOf(Kind.class);
        Amendments.TABLE.forEach(row -> shown.addAll(row.kinds()));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).isEmpty();
    }

    @Test
    void findsNothingBetweenAStudyAndItself() {
        Planted commented = new Planted()
                .put("instruments/pgic.yaml", "# A comment.\n" + new Planted().text("instruments/pgic.yaml"));

        assertThat(StudyDifference.between(FLAGSHIP, StudyReader.read(FlagshipTest.FOLDER)))
                .isEmpty();
        assertThat(StudyDifference.between(FLAGSHIP, StudyReader.read(commented.files())))
                .isEmpty();
    }

    @Test
    void neverSaysHowAllocationIsSet() {
        Planted other = new Planted()
                .replace(Planted.STUDY, "version: \"0.4\"", "version: \"0.5\"")
                .put(Planted.ALLOCATION, "method: permuted-blocks\nblock-sizes: [3, 6]\n");

        assertThat(StudyDifference.between(FLAGSHIP, StudyReader.read(other.files())))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.severity()).isEqualTo(Severity.SCHEME);
                    assertThat(difference.sentence().toString()).doesNotContain("block", "minimisation", "3", "4/5");
                });
    }

    /** What is recognised as another scheme is told as one, and nothing else is, but for what is not allowed anyway. */
    @ParameterizedTest
    @MethodSource("amendments")
    void whatAllocatesOtherwiseIsToldAsAnotherScheme(Amendment row) {
        boolean told = differences(row).stream()
                .anyMatch(difference -> difference.severity() == Severity.SCHEME
                        || Set.of(Kind.STUDY_ID, Kind.ARM_REMOVED).contains(difference.kind()));

        assertThat(row.old().allocatesAs(StudyReader.read(row.amended().files())))
                .isEqualTo(!told);
    }

    @Test
    void anArmThatWasClosedIsKeptAndCanBeOpenedAgain() {
        String arm = "  - code: MED\n";
        Study closed = StudyReader.read(new Planted()
                .replace(Planted.STUDY, arm, arm + "    closed: true\n")
                .replace(Planted.STUDY, "version: \"0.4\"", "version: \"0.5\"")
                .files());

        assertThat(closed.ratio()).doesNotContainKey("MED");
        assertThat(closed.kinds()).isEqualTo(FLAGSHIP.kinds());
        assertThat(closed.everyArm()).extracting(Study.ArmDescription::code).containsExactly("PROB", "LFD", "MED");
        assertThat(StudyDifference.between(closed, FLAGSHIP))
                .extracting(StudyDifference::kind)
                .containsExactly(Kind.ARM_ADDED);
    }

    @Test
    void toldBackwardsAnAdditionIsARetirement() {
        Planted more = new Planted()
                .replace(
                        "instruments/pgic.yaml",
                        "items:\n",
                        "items:\n  - {code: extra, type: boolean, question: {en: Q, nl: V}}\n");
        Study amended = StudyReader.read(more.files());

        assertThat(Stream.of(StudyDifference.between(FLAGSHIP, amended), StudyDifference.between(amended, FLAGSHIP)))
                .extracting(found -> found.get(1).kind())
                .containsExactly(Kind.ITEM_ADDED, Kind.ITEM_RETIRED);
    }

    @Test
    void saysWhichLanguageWasRewordedAndWhichWasNot() {
        Planted dutch = new Planted()
                .replace("instruments/pgic.yaml", "zeer veel verbeterd", "heel veel verbeterd")
                .replace(Planted.STUDY, "version: \"0.4\"", "version: \"0.5\"");

        assertThat(StudyDifference.between(FLAGSHIP, StudyReader.read(dutch.files())))
                .singleElement()
                .extracting(StudyDifference::sentence)
                .isEqualTo(new Text(
                        "Option 1 of item pgic_01 reads \"very much improved\" as before, and otherwise in Dutch.",
                        "Antwoord 1 van vraag pgic_01 luidt \"heel veel verbeterd\" in plaats van \"zeer veel"
                                + " verbeterd\"."));
    }
}
