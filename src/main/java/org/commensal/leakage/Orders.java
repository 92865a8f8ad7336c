package org.commensal.leakage;

import java.util.ArrayList;
import java.util.List;
import org.commensal.leakage.Feature.Kind;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;

/**
 * Whether subjects stand in an order that tells: that of randomisation, by which whoever knows one arm of a block guesses
 * the others, or one in which the arms stand together. An order that goes with the arm a little tells nothing.
 */
final class Orders {

    /** Of two arms one after the other it is 0.87, of more arms more. */
    static final double BY_ARM = 0.7;

    private Orders() {}

    static List<Finding> findings(List<Feature> features, Allocations allocations) {
        List<Finding> findings = new ArrayList<>();
        double[] moments = Feature.order("", allocations.moments()).standardised();
        List<Feature> orders = features.stream()
                .filter(feature -> feature.kind() == Kind.ORDER && feature.standardised().length > 0)
                .toList();
        List<double[]> places = orders.stream().map(Feature::standardised).toList();
        Association association = new Association(places, allocations);
        double[] statistics = association.statistics();
        double[] p = association.adjusted();
        for (int i = 0; i < p.length; i++) {
            String name = orders.get(i).name();
            double sequence = moments.length == 0 ? 0 : Math.abs(product(places.get(i), moments));
            if (sequence >= LeakTest.WHOLESALE && allocations.subjects() >= LeakTest.ENOUGH_TO_ORDER) {
                findings.add(new Finding(Grade.BLOCK, Rule.SEQUENCE, name, sequence, 1));
            }
            if (statistics[i] >= BY_ARM && p[i] <= LeakTest.BLOCK) {
                findings.add(new Finding(Grade.BLOCK, Rule.WHOLESALE, name, statistics[i], p[i]));
            }
        }
        return findings;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
