package org.commensal.cli;

import java.util.Arrays;
import java.util.Map;
import org.commensal.cli.ComputePower.Asked;
import org.commensal.power.Comparison;
import org.commensal.power.Means;
import org.commensal.power.Means.Basis;

/**
 * A trial that compares means, as it was asked for on the command line.
 *
 * @param differences one for all arms, or one for each arm but the control
 */
record MeansAsked(double[] differences, double sd, double correlation, double[] shares, String comparison) {

    void check(GivenSettings given) {
        if (differences.length != 1 && differences.length != shares.length - 1) {
            given.fault("--delta has " + differences.length + " differences for " + (shares.length - 1)
                    + " arms beside the control. Write one for all, or one for each.");
        }
        if (Arrays.stream(differences).allMatch(difference -> difference == 0)) {
            given.fault("--delta is 0. Write the difference that the trial is to show.");
        }
        if (comparison.equals(Comparison.TUKEY.key())
                && Arrays.stream(shares).distinct().count() > 1) {
            given.fault("--comparison tukey is for arms of the same size. Leave --ratio out, or compare with dunnett.");
        }
    }

    private double[] ofEachArm() {
        double[] each = new double[shares.length - 1];
        Arrays.setAll(each, arm -> differences[differences.length == 1 ? 0 : arm]);
        return each;
    }

    /** By Student's distribution; what the normal one gives stands beside it. */
    Map<String, Object> figures(Asked asked) {
        Comparison compared = Comparison.values()[Comparison.keys().indexOf(comparison)];
        Means means = new Means(ofEachArm(), sd, correlation, asked.alpha(), shares, compared);
        double n = asked.n().orElseGet(() -> means.size(asked.power(), Basis.ESTIMATED));
        Map<String, Object> figures =
                Json.members("comparison", comparison, "arms", shares.length, "alpha", asked.alpha());
        figures.put("critical-value", means.critical(n, Basis.ESTIMATED));
        figures.putAll(ComputePower.sizes(
                asked,
                asked.n().isPresent() ? means.power(n, Basis.ESTIMATED) : n,
                Arrays.stream(shares).sum()));
        if (compared == Comparison.GLOBAL_F) {
            figures.put("effect-f", means.effect());
            return figures;
        }
        figures.put("normal-critical-value", means.critical(n, Basis.KNOWN));
        if (asked.n().isPresent()) {
            figures.put("normal-power", means.power(n, Basis.KNOWN));
        } else {
            figures.put("normal-n-per-arm", means.size(asked.power(), Basis.KNOWN));
        }
        if (shares.length > 2) {
            figures.put("power-any", means.disjunctive(n, Basis.ESTIMATED));
            figures.put("power-all", means.conjunctive(n, Basis.ESTIMATED));
            figures.put("normal-power-any", means.disjunctive(n, Basis.KNOWN));
            figures.put("normal-power-all", means.conjunctive(n, Basis.KNOWN));
        }
        return figures;
    }
}
