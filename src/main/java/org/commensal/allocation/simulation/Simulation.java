package org.commensal.allocation.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Many trials of one scenario, and what comes of them.
 *
 * <p>Trials are simulated in parts, each with numbers of its own; threads take parts as they come, and every trial is
 * measured on its own, so that neither the number nor the order of the threads changes a figure.
 */
public final class Simulation {

    public static final int MOST_TRIALS = 1_000_000;
    private static final int PART = 50;

    private final Scenario scenario;
    private final int trials;
    private final long seed;

    /** @param seed of the simulation, which may be published; never that of a trial */
    public Simulation(Scenario scenario, int trials, long seed) {
        this.scenario = scenario;
        this.trials = trials;
        this.seed = seed;
    }

    /**
     * Simulates.
     *
     * @param done is told, now and then and one thread at a time, how many trials have ended
     */
    public Simulated run(int threads, IntConsumer done) {
        double[][] rows = new double[trials][Measure.values().length];
        AtomicInteger nextPart = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        List<Watch> watches = parallel(threads, () -> {
            Trial trial = new Trial(scenario);
            Watch watch = new Watch(scenario, trial);
            for (int from = nextPart.getAndAdd(PART); from < trials; from = nextPart.getAndAdd(PART)) {
                Chance chance = new Chance(seed, from);
                int to = Math.min(trials, from + PART);
                for (int at = from; at < to; at++) {
                    watch.begin();
                    trial.run(chance, watch);
                    watch.measure(rows[at]);
                }
                synchronized (ended) {
                    done.accept(ended.addAndGet(to - from));
                }
            }
            return watch;
        });
        return new Simulated(scenario, rows, summed(watches, true), summed(watches, false));
    }

    private static long[] summed(List<Watch> watches, boolean once) {
        long[] sums = new long[watches.get(0).probabilities.length];
        for (Watch watch : watches) {
            long[] each = once ? watch.probabilities : watch.squares;
            Arrays.setAll(sums, place -> sums[place] + each[place]);
        }
        return sums;
    }

    static <T> List<T> parallel(int threads, java.util.concurrent.Callable<T> work) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(workers.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulation was stopped", stopped);
        } finally {
            workers.shutdownNow();
        }
    }
}
