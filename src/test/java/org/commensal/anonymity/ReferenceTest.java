package org.commensal.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.commensal.anonymity.Metric.ENTROPY;
import static org.commensal.anonymity.Metric.ENTROPY_WITH_SUPPRESSION;
import static org.commensal.anonymity.Metric.LOSS;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures of ARX for the Adult data set: those in its own tests for k-anonymity alone, with its factors and weights as
 * they come, and the numbers of classes and of suppressed rows that ARX 3.9.2 gives.
 */
class ReferenceTest {

    private static final int ROWS = 30_162;

    /** The best of all levels. */
    private record Best(Metric metric, double limit, int k, double score, int... levels) {
        @Override
        public String toString() {
            return metric + ", " + limit + ", k = " + k + ", " + Arrays.toString(levels);
        }
    }

    /** A figure at given levels, k = 5. */
    private record At(double[] expected, int... levels) {
        @Override
        public String toString() {
            return Arrays.toString(levels);
        }
    }

    private static At at(double expected, int... levels) {
        return new At(new double[] {expected}, levels);
    }

    /** By column, from the greatest to the least: so many ones, and then these. */
    private static At losses(String levels, int ones, double... after) {
        double[] all = DoubleStream.concat(DoubleStream.generate(() -> 1).limit(ones), Arrays.stream(after))
                .toArray();
        return new At(all, levels.chars().map(level -> level - '0').toArray());
    }

    static Stream<Best> allNineColumns() {
        return Stream.of(
                new Best(ENTROPY, 0.04, 5, 255559.85455731067, 1, 0, 1, 1, 3, 2, 2, 0, 1),
                new Best(ENTROPY, 0.04, 100, 379417.3460570988, 1, 1, 1, 1, 3, 2, 2, 1, 1),
                new Best(ENTROPY, 0, 5, 407289.5388925293, 1, 2, 1, 1, 3, 2, 2, 1, 1),
                new Best(ENTROPY, 0, 100, 453196.8932458743, 0, 4, 1, 1, 3, 2, 2, 1, 1),
                new Best(ENTROPY_WITH_SUPPRESSION, 0.04, 100, 383803.4034066361, 1, 1, 1, 1, 3, 2, 2, 1, 1),
                new Best(ENTROPY_WITH_SUPPRESSION, 1, 100, 353204.98690739064, 1, 0, 1, 2, 3, 2, 2, 1, 1),
                new Best(LOSS, 1, 5, 0.22041192847984292, 0, 3, 0, 0, 2, 1, 1, 1, 0),
                new Best(LOSS, 0.04, 5, 0.26611081915757495, 0, 3, 0, 1, 1, 1, 1, 2, 0));
    }

    @ParameterizedTest
    @MethodSource("allNineColumns")
    void findsTheBestOfNineColumns(Best best) {
        assertFound(best, AdultData.without());
    }

    static Stream<Best> withoutOccupation() {
        return Stream.of(
                new Best(ENTROPY, 0, 5, 324620.5269918695, 1, 1, 1, 1, 3, 2, 2, 1),
                new Best(ENTROPY_WITH_SUPPRESSION, 0.05, 5, 180132.40848244698, 0, 0, 1, 1, 2, 2, 2, 0));
    }

    @ParameterizedTest
    @MethodSource("withoutOccupation")
    void findsTheBestOfEightColumns(Best best) {
        assertFound(best, AdultData.without("occupation"));
    }

    private static void assertFound(Best best, QuasiIdentifiers table) {
        Anonymised found = FullDomainSearch.best(table, best.k(), best.limit(), best.metric())
                .orElseThrow();

        assertThat(found.levels()).isEqualTo(IntStream.of(best.levels()).boxed().toList());
        assertThat(found.score()).isCloseTo(best.score(), within(best.metric() == LOSS ? 0 : 1e-9));
    }

    static Stream<List<Integer>> classesAndSuppressed() {
        return Stream.of(List.of(5, 1046, 906), List.of(100, 57, 866));
    }

    @ParameterizedTest
    @MethodSource("classesAndSuppressed")
    void countsClassesWithoutTheSuppressedRows(List<Integer> figures) {
        Anonymised found = FullDomainSearch.best(AdultData.without(), figures.get(0), 0.04, ENTROPY)
                .orElseThrow();

        assertThat(List.of(found.k(), found.classes(), found.suppressed())).isEqualTo(figures);
        assertThat(DisclosureRisk.prosecutor(
                        found.kept().stream().map(found.rows()::get).toList(), 0))
                .extracting(DisclosureRisk::rows, DisclosureRisk::classes)
                .containsExactly(ROWS - figures.get(2), figures.get(1));
    }

    static Stream<At> entropies() {
        return Stream.of(
                at(268778.22471939825, 0, 0, 0, 0, 0, 0, 0, 0),
                at(199996.96695661292, 0, 1, 0, 1, 0, 2, 1, 1),
                at(253206.5135958653, 0, 2, 1, 2, 2, 0, 0, 0),
                at(331905.60100801825, 0, 2, 0, 2, 3, 2, 2, 1),
                at(368439.26393309573, 1, 4, 1, 1, 2, 2, 2, 0),
                at(385895.4270913376, 0, 4, 1, 2, 3, 2, 0, 1),
                at(392857.38858687796, 1, 4, 1, 1, 2, 2, 2, 1),
                at(379458.17719685636, 1, 3, 1, 1, 3, 2, 2, 1),
                at(382559.9421471483, 1, 2, 1, 2, 3, 2, 2, 1),
                at(455884.9365769584, 1, 4, 1, 2, 3, 2, 2, 1),
                at(206871.187629197, 0, 1, 0, 1, 0, 1, 0, 1),
                at(225818.85565423348, 0, 3, 1, 0, 0, 0, 0, 1),
                at(220123.80427676294, 1, 1, 1, 0, 1, 1, 0, 1),
                at(198394.0850062312, 1, 0, 0, 1, 2, 2, 0, 1),
                at(213938.9707150555, 0, 1, 0, 0, 1, 2, 2, 1),
                at(281197.88251886255, 0, 4, 0, 0, 3, 1, 0, 0),
                at(299805.4349351586, 1, 4, 1, 0, 1, 1, 0, 1),
                at(315247.228170622, 1, 3, 1, 2, 1, 2, 0, 1));
    }

    @ParameterizedTest
    @MethodSource("entropies")
    void scoresEntropyAndWhatIsSuppressed(At at) {
        QuasiIdentifiers table = AdultData.earlier();

        assertThat(new Scores(table, ENTROPY_WITH_SUPPRESSION).score(at.levels(), classes(table, at), 5))
                .isCloseTo(at.expected()[0], within(1e-9));
    }

    static Stream<At> losses() {
        return Stream.of(
                losses(
                        "00000000",
                        0,
                        DoubleStream.generate(() -> .5090179696).limit(8).toArray()),
                losses(
                        "00020000",
                        1,
                        DoubleStream.generate(() -> .3843909555).limit(7).toArray()),
                losses(
                        "03111100",
                        1,
                        .454827266,
                        .3009233472,
                        .2220594647,
                        .221488407,
                        .0372985876,
                        .0372985876,
                        .0372985876),
                losses("14101221", 6, .1899012001, 6.63086e-5),
                losses("04123210", 5, .2856479771, 0, 0),
                losses("04113121", 5, .4331609309, .271754194, 0),
                losses("04121221", 6, .1898437327, 0),
                losses("03023221", 5, .1924014362, 5.967774e-4, 5.967774e-4),
                losses("04023221", 6, 0, 0),
                losses("14123221", 8),
                losses("11101011", 3, .3444921234, .258026656, .1193682062, .0822889728, .0822889728),
                losses("13101010", 2, .3280807449, .2398489235, .2391132329, .0593130429, .0593130429, .0593130429),
                losses("10101220", 4, .2449218663, .0648166567, .0648166567, .0648166567),
                losses("02111111", 2, .445135159, .3004679492, .2887739539, .2073160488, .1096864808, .0206551289),
                losses("00022211", 3, .4042592224, .3257599439, .0560639214, .0560639214, .0560639214),
                losses("12103011", 4, .3107694639, .1227974995, .0350772495, .0350772495),
                losses(
                        "03001000",
                        0,
                        .297248193,
                        .29678055,
                        .1297659306,
                        .1297659306,
                        .1297659306,
                        .1297659306,
                        .1297659306,
                        .1297659306));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void measuresTheLossOfEachColumn(At at) {
        QuasiIdentifiers table = AdultData.earlier();

        double[] byColumn = new Scores(table, LOSS).byColumn(at.levels(), classes(table, at), 5);

        Arrays.sort(byColumn);
        for (int i = 0; i < byColumn.length; i++) {
            assertThat(byColumn[byColumn.length - 1 - i]).isCloseTo(at.expected()[i], within(1.01e-10));
        }
    }

    /** The average size of a class, all suppressed rows counted as one class more. */
    static Stream<At> averageSizes() {
        return Stream.of(
                at(29.113899613899616, 0, 0, 0, 0, 0, 0, 0, 0),
                at(53.76470588235294, 0, 3, 1, 0, 0, 1, 1, 0),
                at(93.96261682242991, 1, 2, 1, 2, 0, 2, 0, 1),
                at(1005.4, 1, 1, 1, 1, 3, 2, 2, 1),
                at(942.5625, 1, 4, 1, 0, 3, 1, 2, 1),
                at(773.3846153846154, 0, 3, 1, 2, 3, 1, 2, 1),
                at(1885.125, 1, 2, 1, 1, 3, 2, 2, 1),
                at(7540.5, 1, 4, 1, 1, 3, 2, 2, 0),
                at(5027.0, 1, 4, 1, 2, 3, 1, 2, 1),
                at(30162.0, 1, 4, 1, 2, 3, 2, 2, 1),
                at(30.683621566632755, 0, 1, 1, 0, 0, 0, 0, 0),
                at(30.37462235649547, 0, 0, 0, 0, 2, 1, 2, 0),
                at(63.76744186046512, 0, 1, 1, 2, 1, 0, 0, 1),
                at(97.6116504854369, 0, 4, 1, 0, 1, 0, 0, 1),
                at(160.43617021276594, 1, 4, 1, 0, 2, 0, 1, 0),
                at(150.81, 1, 3, 0, 2, 2, 0, 2, 0),
                at(363.3975903614458, 0, 3, 1, 0, 3, 2, 1, 1),
                at(520.0344827586207, 1, 1, 0, 2, 3, 2, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("averageSizes")
    void makesTheSameClasses(At at) {
        QuasiIdentifiers table = AdultData.earlier();

        Classes classes = classes(table, at);

        int all = classes.kept(5) + (classes.suppressed(5) > 0 ? 1 : 0);
        assertThat((double) ROWS / all).isEqualTo(at.expected()[0]);
    }

    private static Classes classes(QuasiIdentifiers table, At at) {
        return table.rollUp(Classes.ofSingleRows(table.rows()), at.levels(), new int[table.rows()]);
    }
}
