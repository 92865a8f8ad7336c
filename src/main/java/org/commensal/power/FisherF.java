package org.commensal.power;

/** Fisher's distribution of a ratio of variances. */
public final class FisherF {

    private FisherF() {}

    /** The probability of a value of at most {@code f}. */
    public static double below(double f, double between, double within) {
        return Beta.regularised(between * f / (between * f + within), between / 2, within / 2);
    }

    /** What a value is above with probability {@code alpha}. */
    public static double critical(double alpha, double between, double within) {
        return Monotone.solve(f -> below(f, between, within), 1 - alpha, 0, 4);
    }

    /** The same with a noncentrality: a mixture of central distributions with Poisson weights. */
    static double below(double f, double between, double within, double noncentrality) {
        double x = between * f / (between * f + within);
        double rate = noncentrality / 2;
        int middle = (int) rate;
        double sum = 0;
        for (int j = middle; j >= 0; j--) {
            sum += poisson(j, rate) * Beta.regularised(x, between / 2 + j, within / 2);
        }
        for (int j = middle + 1; poisson(j, rate) > 1e-16; j++) {
            sum += poisson(j, rate) * Beta.regularised(x, between / 2 + j, within / 2);
        }
        return sum;
    }

    private static double poisson(int count, double rate) {
        return rate == 0 ? (count == 0 ? 1 : 0) : Math.exp(count * Math.log(rate) - rate - Beta.logGamma(count + 1));
    }
}
