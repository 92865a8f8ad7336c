package org.commensal.allocation.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.commensal.allocation.Draw;

/**
 * The numbers of a part of a simulation: the generator L64X128MixRandom (Steele and Vigna, Proceedings of the ACM on
 * Programming Languages 2021;5(OOPSLA):148), begun anew for each part, so that parts may run in any order.
 */
final class Chance implements Draw {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator generator;

    Chance(long seed, long part) {
        this.generator = FACTORY.create(mixed(mixed(seed) + part));
    }

    /** Spreads numbers that follow each other over all 64 bits (Stafford's variant 13 of a murmur finaliser). */
    private static long mixed(long number) {
        long mixed = number + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public long below(String label, long bound) {
        return below(bound);
    }

    /** A number below the bound; where that is small, by one multiplication, off by less than one in 2^31. */
    long below(long bound) {
        return bound < 1 << 16 ? (generator.nextInt() >>> 1) * bound >>> 31 : generator.nextLong(bound);
    }

    /** A level, by the running sums of the shares. */
    int level(double[] upTo) {
        double u = generator.nextDouble();
        int level = 0;
        while (u >= upTo[level]) {
            level++;
        }
        return level;
    }

    double normal() {
        return generator.nextGaussian();
    }
}
