package org.commensal.allocation.simulation;

import java.util.Arrays;
import org.commensal.allocation.Course;
import org.jspecify.annotations.Nullable;

/** One simulated trial after another: who comes, and to which arm the scheme allocates them. */
final class Trial {

    /** Looks on before each participant is allocated. */
    interface Observer {
        void see(int participant, long[] weights, long sum, int[] levels, int stratum);
    }

    private final Scenario scenario;
    private final double[][] upTo;
    private final @Nullable Course[] courses;
    private final int[] levels;
    final Tallies tallies;
    /** The arm and the stratum of each participant. */
    final int[] arms;

    final int[] strata;

    Trial(Scenario scenario) {
        this.scenario = scenario;
        this.upTo = scenario.shares().stream().map(Trial::runningSums).toArray(double[][]::new);
        this.tallies = new Tallies(scenario);
        this.courses = new Course[scenario.scheme().stratifies() ? Math.toIntExact(scenario.strata()) : 1];
        this.levels = new int[upTo.length];
        this.arms = new int[scenario.participants()];
        this.strata = new int[scenario.participants()];
    }

    private static double[] runningSums(double[] shares) {
        double[] sums = shares.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        sums[sums.length - 1] = Double.POSITIVE_INFINITY;
        return sums;
    }

    /** Other participants, and their allocation. */
    void run(Chance chance, Observer observer) {
        for (int participant = 0; participant < strata.length; participant++) {
            for (int factor = 0; factor < levels.length; factor++) {
                levels[factor] = chance.level(upTo[factor]);
            }
            strata[participant] = tallies.stratum(levels);
        }
        allocate(chance, observer);
    }

    /** The same participants, allocated anew. */
    void allocate(Chance chance, Observer observer) {
        Arrays.fill(courses, null);
        tallies.clear();
        for (int participant = 0; participant < strata.length; participant++) {
            int stratum = strata[participant];
            for (int factor = 0; factor < levels.length; factor++) {
                levels[factor] = tallies.level(factor, stratum);
            }
            Course course = course(courses.length == 1 ? 0 : stratum);
            long[] weights = course.weights(levels, chance);
            long sum = 0;
            for (long weight : weights) {
                sum += weight;
            }
            observer.see(participant, weights, sum, levels, stratum);
            int arm = arm(weights, chance.below(sum));
            course.allocated(levels, arm);
            tallies.add(levels, stratum, arm);
            arms[participant] = arm;
        }
    }

    private Course course(int stream) {
        Course course = courses[stream];
        if (course == null) {
            course = scenario.scheme().begin();
            courses[stream] = course;
        }
        return course;
    }

    private static int arm(long[] weights, long pick) {
        int arm = 0;
        for (long sum = weights[0]; sum <= pick; sum += weights[arm]) {
            arm++;
        }
        return arm;
    }
}
