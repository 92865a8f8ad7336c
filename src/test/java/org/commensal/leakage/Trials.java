package org.commensal.leakage;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.commensal.leakage.Feature.Kind;

/** Trials in permuted blocks, with features that tell nothing and features that were planted. */
final class Trials {

    private final RandomGenerator chance;
    private final int subjects;
    private final int arms;
    final byte[] actual;

    Trials(long seed, int subjects, int arms) {
        this.chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.subjects = subjects;
        this.arms = arms;
        this.actual = blocks();
    }

    Allocations allocations(int references) {
        byte[][] more = new byte[references][];
        for (int i = 0; i < references; i++) {
            more[i] = blocks();
        }
        return new Allocations(arms, actual, more, moments());
    }

    private double[] moments() {
        double[] moments = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            moments[i] = i;
        }
        return moments;
    }

    /** Blocks of twice the number of arms. */
    private byte[] blocks() {
        byte[] allocated = new byte[subjects];
        byte[] block = new byte[2 * arms];
        for (int i = 0; i < subjects; i++) {
            int place = i % block.length;
            if (place == 0) {
                for (int slot = 0; slot < block.length; slot++) {
                    int other = chance.nextInt(slot + 1);
                    block[slot] = block[other];
                    block[other] = (byte) (slot % arms);
                }
            }
            allocated[i] = block[place];
        }
        return allocated;
    }

    /** Features that each subject has by chance alone. */
    List<Feature> honest(int count, Kind kind) {
        List<Feature> features = new ArrayList<>();
        for (int feature = 0; feature < count; feature++) {
            double share = 0.1 + 0.8 * chance.nextDouble();
            features.add(Feature.level("honest " + kind + " " + feature, kind, having(share, share)));
        }
        return features;
    }

    /** Whom it is true of, by the share of the first arm and that of the others. */
    boolean[] having(double ofFirst, double ofOthers) {
        boolean[] having = new boolean[subjects];
        for (int i = 0; i < subjects; i++) {
            having[i] = chance.nextDouble() < (actual[i] == 0 ? ofFirst : ofOthers);
        }
        return having;
    }

    /** Normally distributed, shifted in the first arm. */
    double[] shifted(double by) {
        double[] values = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            values[i] = chance.nextGaussian() + (actual[i] == 0 ? by : 0);
        }
        return values;
    }
}
