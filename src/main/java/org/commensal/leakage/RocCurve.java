package org.commensal.leakage;

import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores tell those of one arm from the others. */
final class RocCurve {

    private RocCurve() {}

    /**
     * The area under the curve: how often somebody of the arm scores higher than somebody of another, half where they
     * tie (Hanley and McNeil, Radiology 1982;143:29); 0.5 where there is nobody to compare.
     */
    static double area(double[] scores, byte[] arms, int arm) {
        double ones = 0;
        for (byte each : arms) {
            ones += each == arm ? 1 : 0;
        }
        double zeros = arms.length - ones;
        if (ones == 0 || zeros == 0) {
            return 0.5;
        }
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> scores[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double tied = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                tied += arms[order[to++]] == arm ? 1 : 0;
            }
            rankSum += tied * (from + to + 1) / 2.0;
            from = to;
        }
        return (rankSum - ones * (ones + 1) / 2) / (ones * zeros);
    }
}
