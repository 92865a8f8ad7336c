package org.commensal.leakage;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.commensal.leakage.Feature.Kind;
import org.commensal.leakage.Feature.Shape;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;

/**
 * The arm-leak check: whether features of subjects tell their arm more than chance does, by itself or together.
 *
 * <p>What cannot be an effect of treatment ({@link Kind#STRUCTURE}) blocks at a family-wise p of {@value #BLOCK}. An answer
 * blocks where it marks an arm wholesale, whatever its size else; an outcome never does, since a true effect separates
 * arms. A verdict that passed is no proof: a word in three of a hundred texts is never found this way.
 */
public final class LeakTest {

    /** How many further runs of the allocation everything is held against. */
    public static final int REFERENCES = 1999;

    static final double BLOCK = 0.01;
    static final double REVIEW = 0.05;
    static final double WHOLESALE = 0.9;
    /** From so many subjects on. */
    static final int ENOUGH = 8;
    /** Fewer stand in the order of randomisation by chance too often. */
    static final int ENOUGH_TO_ORDER = 12;

    static final int SOME = 4;
    static final double PREDICTED = 0.65;
    static final double PREDICTED_WITH_OUTCOMES = 0.80;
    /** Fewer are predicted by chance too often to be told from a leak. */
    private static final int ENOUGH_TO_PREDICT = 20;

    private static final int PREDICTED_REFERENCES = 499;
    private static final int MOST_REVIEWS = 20;

    /** Features of which one tells what all tell, by the first of them. */
    private record Distinct(Feature feature, double[] standardised) {}

    private final Allocations allocations;
    private final long seed;
    private final List<Finding> findings = new ArrayList<>();

    private LeakTest(Allocations allocations, long seed) {
        this.allocations = allocations;
        this.seed = seed;
    }

    /** @param seed of the folds */
    public static Verdict of(List<Feature> features, Allocations allocations, long seed) {
        if (!allocations.differ()) {
            return new Verdict(allocations.subjects(), 0, List.of());
        }
        List<Distinct> distinct = Stream.of(Kind.STRUCTURE, Kind.MARKER, Kind.OUTCOME)
                .flatMap(
                        kind -> distinct(features.stream()
                                        .filter(feature -> feature.kind() == kind)
                                        .toList())
                                .stream())
                .toList();
        LeakTest test = new LeakTest(allocations, seed);
        test.findings.addAll(Orders.findings(features, allocations));
        test.alone(distinct);
        test.together(distinct);
        return new Verdict(allocations.subjects(), distinct.size(), test.mostTelling());
    }

    private static List<Distinct> distinct(List<Feature> features) {
        Map<FloatBuffer, Distinct> distinct = new LinkedHashMap<>();
        for (Feature feature : features) {
            double[] standardised = feature.standardised();
            if (standardised.length > 0) {
                distinct.merge(pattern(standardised), new Distinct(feature, standardised), LeakTest::moreTelling);
            }
        }
        return List.copyOf(distinct.values());
    }

    /** Of two with one pattern, that which more rules look at: whether something is there, then a value, then a number. */
    private static Distinct moreTelling(Distinct one, Distinct other) {
        return other.feature.shape().compareTo(one.feature.shape()) < 0 ? other : one;
    }

    /** Equal where one feature is another, or its opposite. */
    private static FloatBuffer pattern(double[] standardised) {
        double sign = 1;
        for (double value : standardised) {
            if (Math.abs(value) > 1e-9) {
                sign = Math.signum(value);
                break;
            }
        }
        float[] pattern = new float[standardised.length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = Math.round(1e6 * sign * standardised[i]);
        }
        return FloatBuffer.wrap(pattern);
    }

    private void alone(List<Distinct> distinct) {
        List<Distinct> blocking = distinct.stream()
                .filter(each -> each.feature.kind() != Kind.OUTCOME)
                .toList();
        long levels = blocking.stream()
                .flatMap(each -> sides(each.feature))
                .filter(side -> side.subjects() >= ENOUGH)
                .count();
        byKind(distinct, Kind.STRUCTURE, levels);
        byKind(distinct, Kind.MARKER, levels);
        for (Distinct each : distinct) {
            if (each.feature.kind() == Kind.OUTCOME) {
                oneArm(each.feature, levels);
            }
        }
    }

    private void byKind(List<Distinct> distinct, Kind kind, long levels) {
        List<Distinct> some =
                distinct.stream().filter(each -> each.feature.kind() == kind).toList();
        Association association =
                new Association(some.stream().map(Distinct::standardised).toList(), allocations);
        double[] statistics = association.statistics();
        double[] p = association.adjusted();
        for (int i = 0; i < p.length; i++) {
            Feature feature = some.get(i).feature;
            if (!associated(feature, statistics[i], p[i])) {
                oneArm(feature, levels);
            }
        }
    }

    private boolean associated(Feature feature, double statistic, double p) {
        boolean wholesale = statistic >= WHOLESALE && allocations.subjects() >= ENOUGH;
        boolean structure = feature.kind() == Kind.STRUCTURE;
        if (p <= BLOCK && (structure || wholesale)) {
            add(Grade.BLOCK, wholesale ? Rule.WHOLESALE : Rule.ASSOCIATION, feature, statistic, p);
            return true;
        }
        if (p <= REVIEW && structure) {
            add(Grade.REVIEW, Rule.ASSOCIATION, feature, statistic, p);
        }
        return false;
    }

    /** Whether everybody with a value, or everybody without it, is of one arm. */
    private void oneArm(Feature feature, long levels) {
        OptionalDouble least = sides(feature)
                .filter(side -> side.isPure() && side.subjects() >= SOME)
                .mapToDouble(side -> side.subjects() >= ENOUGH ? Math.min(1, side.p() * levels) : 1)
                .min();
        if (least.isEmpty()) {
            return;
        }
        double p = least.getAsDouble();
        if (p <= BLOCK && feature.kind() != Kind.OUTCOME) {
            add(Grade.BLOCK, Rule.ONE_ARM, feature, 1, p);
        } else if (feature.kind() != Kind.STRUCTURE) {
            add(Grade.REVIEW, Rule.ONE_ARM, feature, 1, p);
        }
    }

    private Stream<OneArm> sides(Feature feature) {
        return feature.shape() == Shape.RANK
                ? Stream.empty()
                : Stream.of(OneArm.of(feature, 1, allocations), OneArm.of(feature, 0, allocations));
    }

    private void together(List<Distinct> distinct) {
        List<double[]> structure = distinct.stream()
                .filter(each -> each.feature.kind() == Kind.STRUCTURE)
                .map(Distinct::standardised)
                .toList();
        if (structure.isEmpty() || allocations.subjects() < ENOUGH_TO_PREDICT) {
            return;
        }
        Prediction prediction = new Prediction(structure, allocations, seed);
        double area = prediction.area();
        double p = area < PREDICTED ? 1 : prediction.p(area, PREDICTED_REFERENCES);
        if (p <= BLOCK) {
            findings.add(new Finding(Grade.BLOCK, Rule.TOGETHER, "", area, p));
        }
        List<double[]> all = distinct.stream().map(Distinct::standardised).toList();
        double with = new Prediction(all, allocations, seed).area();
        if (with >= PREDICTED_WITH_OUTCOMES) {
            findings.add(new Finding(Grade.REVIEW, Rule.TOGETHER_WITH_OUTCOMES, "", with, 1));
        }
    }

    private void add(Grade grade, Rule rule, Feature feature, double statistic, double p) {
        findings.add(new Finding(grade, rule, feature.name(), statistic, p));
    }

    /** What blocks first, then the least likely. */
    private List<Finding> mostTelling() {
        Comparator<Finding> order = Comparator.comparing(Finding::grade)
                .thenComparing(finding -> finding.feature().isEmpty())
                .thenComparingDouble(Finding::p)
                .thenComparing(Finding::statistic, Comparator.reverseOrder())
                .thenComparing(Finding::feature);
        List<Finding> sorted = findings.stream().sorted(order).toList();
        Stream<Finding> blocking = sorted.stream().filter(Finding::blocks);
        Stream<Finding> reviewed = sorted.stream()
                .filter(finding -> finding.grade() == Grade.REVIEW)
                .limit(MOST_REVIEWS);
        return Stream.concat(blocking, reviewed).toList();
    }
}
