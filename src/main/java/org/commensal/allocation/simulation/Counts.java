package org.commensal.allocation.simulation;

import java.nio.LongBuffer;
import java.util.List;

/** Participants of each arm, compared by the allocation ratio in whole parts of a participant. */
final class Counts {

    private final long[] parts;
    private final long[] ratio;
    private final long whole;

    /** @param ratio the share of each arm */
    Counts(List<Integer> ratio) {
        this.ratio = ratio.stream().mapToLong(Integer::longValue).toArray();
        long multiple = 1;
        for (long share : this.ratio) {
            long step = multiple;
            while (multiple % share != 0) {
                multiple += step;
            }
        }
        this.whole = multiple;
        this.parts = this.ratio.clone();
        for (int arm = 0; arm < parts.length; arm++) {
            parts[arm] = multiple / parts[arm];
        }
    }

    int arms() {
        return ratio.length;
    }

    LongBuffer none() {
        return LongBuffer.allocate(ratio.length);
    }

    LongBuffer more(LongBuffer counts, int arm) {
        long[] next = counts.array().clone();
        next[arm]++;
        return LongBuffer.wrap(next);
    }

    /** The largest adjusted count less the smallest, in parts. */
    long range(LongBuffer counts) {
        long most = 0;
        long least = Long.MAX_VALUE;
        for (int arm = 0; arm < parts.length; arm++) {
            long adjusted = counts.get(arm) * parts[arm];
            most = Math.max(most, adjusted);
            least = Math.min(least, adjusted);
        }
        return most - least;
    }

    double inParticipants(long adjusted) {
        return (double) adjusted / whole;
    }

    /** The adjusted count of the first arm less that of the second. */
    double difference(LongBuffer counts) {
        return inParticipants(counts.get(0) * parts[0] - counts.get(1) * parts[1]);
    }

    /** The most by which one of these probabilities of arms differs from the ratio. */
    double deviation(List<List<Double>> trace) {
        double all = 0;
        for (long share : ratio) {
            all += share;
        }
        double most = 0;
        for (List<Double> step : trace) {
            for (int arm = 0; arm < ratio.length; arm++) {
                most = Math.max(most, Math.abs(step.get(arm) - ratio[arm] / all));
            }
        }
        return most;
    }
}
