package org.commensal.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every table, on small tables with all their levels. */
class LawsTest {

    @Provide
    Arbitrary<RandomTable> tables() {
        return RandomTable.any();
    }

    private static List<List<String>> rows(RandomTable of, int[] node) {
        return of.rows().stream().map(row -> of.generalised(row, node)).toList();
    }

    private static int suppressed(RandomTable of, int[] node) {
        List<List<String>> rows = rows(of, node);
        return (int) rows.stream()
                .filter(row -> Collections.frequency(rows, row) < of.k())
                .count();
    }

    private static boolean isBelow(int[] lower, int[] higher) {
        return IntStream.range(0, lower.length).allMatch(column -> lower[column] <= higher[column]);
    }

    /** The score as it is defined, cell by cell. */
    private static double score(RandomTable of, Metric metric, int[] node) {
        List<List<String>> rows = rows(of, node);
        double sum = 0;
        double product = 1;
        for (int column = 0; column < node.length; column++) {
            double bits = 0;
            double share = 0;
            int domain = of.hierarchies().get(column).size();
            Map<String, Integer> values = new HashMap<>();
            Map<String, Integer> labels = new HashMap<>();
            Map<String, Integer> gone = new HashMap<>();
            int suppressed = suppressed(of, node);
            for (int row = 0; row < rows.size(); row++) {
                values.merge(of.rows().get(row).get(column), 1, Integer::sum);
                labels.merge(rows.get(row).get(column), 1, Integer::sum);
                if (Collections.frequency(rows, rows.get(row)) < of.k()) {
                    gone.merge(rows.get(row).get(column), 1, Integer::sum);
                }
            }
            for (int row = 0; row < rows.size(); row++) {
                String value = of.rows().get(row).get(column);
                String label = rows.get(row).get(column);
                boolean isGone = Collections.frequency(rows, rows.get(row)) < of.k();
                bits -= Math.log((double) values.getOrDefault(value, 0) / labels.getOrDefault(label, 0)) / Math.log(2);
                if (isGone && metric == Metric.ENTROPY_WITH_SUPPRESSION) {
                    bits -= Math.log((double) gone.getOrDefault(label, 0) / suppressed) / Math.log(2);
                }
                int level = node[column];
                long size = of.hierarchies().get(column).stream()
                        .filter(each -> each.get(level).equals(label))
                        .count();
                share += isGone ? 1 : (double) size / domain;
            }
            sum += bits;
            double least = 1.0 / domain;
            double loss = domain == 1 ? 0 : (share / rows.size() - least) / (1 - least);
            product *= 1 + loss;
        }
        return metric == Metric.LOSS ? Math.pow(product, 1.0 / node.length) - 1 : sum;
    }

    @Property
    void aHigherNodeSuppressesNoMore(@ForAll("tables") RandomTable of) {
        List<int[]> nodes = of.nodes();
        List<Integer> suppressed =
                nodes.stream().map(node -> suppressed(of, node)).toList();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < nodes.size(); j++) {
                if (isBelow(nodes.get(i), nodes.get(j))) {
                    assertThat(suppressed.get(j)).isLessThanOrEqualTo(suppressed.get(i));
                }
            }
        }
    }

    @Property
    void noBoundFallsOnTheWayUpAndNoScoreIsBelowIt(@ForAll("tables") RandomTable of, @ForAll Metric metric) {
        QuasiIdentifiers table = of.table();
        Scores scores = new Scores(table, metric);
        List<int[]> nodes = of.nodes();
        for (int[] lower : nodes) {
            Classes classes = table.rollUp(Classes.ofSingleRows(table.rows()), lower, new int[table.rows()]);
            assertThat(scores.score(lower, classes, of.k())).isGreaterThanOrEqualTo(scores.bound(lower));
            for (int[] higher : nodes) {
                if (isBelow(lower, higher)) {
                    assertThat(scores.bound(higher)).isGreaterThanOrEqualTo(scores.bound(lower));
                }
            }
        }
    }

    @Property
    void theScoreIsThatOfTheCells(@ForAll("tables") RandomTable of, @ForAll Metric metric) {
        QuasiIdentifiers table = of.table();
        for (int[] node : of.nodes()) {
            Classes classes = table.rollUp(Classes.ofSingleRows(table.rows()), node, new int[table.rows()]);
            assertThat(classes.suppressed(of.k())).isEqualTo(suppressed(of, node));
            assertThat(new Scores(table, metric).score(node, classes, of.k()))
                    .isCloseTo(score(of, metric, node), within(1e-9));
        }
    }

    @Property
    void theSearchFindsWhatBruteForceFinds(@ForAll("tables") RandomTable of, @ForAll Metric metric) {
        int allowed = FullDomainSearch.allowed(of.limit(), of.rows().size());
        List<int[]> anonymous = of.nodes().stream()
                .filter(node -> suppressed(of, node) <= allowed)
                .toList();

        Optional<Anonymised> found = FullDomainSearch.best(of.table(), of.k(), of.limit(), metric);

        assertThat(found.isPresent()).isEqualTo(!anonymous.isEmpty());
        found.ifPresent(best -> {
            int[] levels = best.levels().stream().mapToInt(Integer::intValue).toArray();
            assertThat(best.suppressed()).isEqualTo(suppressed(of, levels)).isLessThanOrEqualTo(allowed);
            assertThat(best.score()).isCloseTo(score(of, metric, levels), within(1e-9));
            for (int[] node : anonymous) {
                double score = score(of, metric, node);
                assertThat(best.score()).isLessThanOrEqualTo(score + 1e-9);
                if (isSame(of, metric, best, node)) {
                    assertThat(suppressed(of, node)).isGreaterThanOrEqualTo(best.suppressed());
                    if (suppressed(of, node) == best.suppressed()) {
                        assertThat(IntStream.of(node).sum())
                                .isGreaterThanOrEqualTo(IntStream.of(levels).sum());
                    }
                }
            }
            assertThat(best.nodes()).isEqualTo(of.nodes().size());
            assertThat(best.visited()).isBetween(1L, best.nodes());
        });
        if (found.isEmpty()) {
            assertThat(FullDomainSearch.fewestSuppressed(of.table(), of.k())).isGreaterThan(allowed);
        }
    }

    private static boolean isSame(RandomTable of, Metric metric, Anonymised best, int[] node) {
        QuasiIdentifiers table = of.table();
        Classes classes = table.rollUp(Classes.ofSingleRows(table.rows()), node, new int[table.rows()]);
        return Double.compare(new Scores(table, metric).score(node, classes, of.k()), best.score()) == 0;
    }

    @Property
    void alonePeopleNeedNoProtection(@ForAll("tables") RandomTable of, @ForAll Metric metric) {
        Anonymised best =
                FullDomainSearch.best(of.table(), 1, of.limit(), metric).orElseThrow();

        assertThat(best.levels()).containsOnly(0);
        assertThat(best.suppressed()).isZero();
        assertThat(best.score()).isZero();
        assertThat(best.rows()).isEqualTo(of.rows());
    }

    @Property
    void everyRowIsSuppressedOrLikeEnoughOthers(@ForAll("tables") RandomTable of, @ForAll Metric metric) {
        FullDomainSearch.best(of.table(), of.k(), of.limit(), metric).ifPresent(best -> {
            List<List<String>> rows = best.rows();
            List<Integer> kept = best.kept();
            List<List<String>> keptRows = kept.stream().map(rows::get).toList();
            int[] levels = best.levels().stream().mapToInt(Integer::intValue).toArray();
            assertThat(rows).hasSameSizeAs(of.rows());
            for (int row = 0; row < rows.size(); row++) {
                if (kept.contains(row)) {
                    assertThat(rows.get(row)).isEqualTo(of.generalised(of.rows().get(row), levels));
                    assertThat(Collections.frequency(keptRows, rows.get(row))).isGreaterThanOrEqualTo(of.k());
                } else {
                    assertThat(rows.get(row)).containsOnly(Anonymised.SUPPRESSED);
                }
            }
            assertThat(rows.size() - kept.size()).isEqualTo(best.suppressed());
            DisclosureRisk risk = DisclosureRisk.prosecutor(keptRows, 1.0 / of.k());
            assertThat(risk.classes()).isEqualTo(best.classes());
            assertThat(risk.highest()).isLessThanOrEqualTo(1.0 / of.k());
            assertThat(risk.average()).isLessThanOrEqualTo(risk.highest());
            assertThat(risk.atRisk()).isZero();
        });
    }

    @Property
    void theOrderOfRowsDoesNotMatter(@ForAll("tables") RandomTable of, @ForAll Metric metric, @ForAll Random random) {
        List<List<String>> shuffled = new ArrayList<>(of.rows());
        Collections.shuffle(shuffled, random);
        RandomTable other = new RandomTable(of.hierarchies(), shuffled, of.k(), of.limit());

        Optional<Anonymised> one = FullDomainSearch.best(of.table(), of.k(), of.limit(), metric);
        Optional<Anonymised> two = FullDomainSearch.best(other.table(), of.k(), of.limit(), metric);

        assertThat(two.map(Anonymised::levels)).isEqualTo(one.map(Anonymised::levels));
        assertThat(two.map(Anonymised::score)).isEqualTo(one.map(Anonymised::score));
        assertThat(two.map(Anonymised::suppressed)).isEqualTo(one.map(Anonymised::suppressed));
        assertThat(two.map(Anonymised::visited)).isEqualTo(one.map(Anonymised::visited));
    }

    @Property
    void whoDoesNotKnowWhoIsInItRisksNoMore(@ForAll("tables") RandomTable of) {
        List<List<String>> rows = of.rows().subList(0, 1 + of.rows().size() / 2);

        DisclosureRisk prosecutor = DisclosureRisk.prosecutor(rows, 0.3);
        DisclosureRisk journalist = DisclosureRisk.journalist(rows, of.rows(), 0.3);

        assertThat(journalist.highest()).isLessThanOrEqualTo(prosecutor.highest());
        assertThat(journalist.average()).isLessThanOrEqualTo(prosecutor.average() + 1e-12);
        assertThat(journalist.atRisk()).isLessThanOrEqualTo(prosecutor.atRisk());
        assertThat(DisclosureRisk.journalist(of.rows(), of.rows(), 0.3))
                .usingRecursiveComparison()
                .withEqualsForType((one, two) -> Math.abs(one - two) < 1e-12, Double.class)
                .isEqualTo(DisclosureRisk.prosecutor(of.rows(), 0.3));
    }
}
