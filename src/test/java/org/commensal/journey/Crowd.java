package org.commensal.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** So many people doing things at the same time. */
record Crowd(int people) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Does everything, and returns what each gave, in order; fails with the first that failed. */
    <T> List<T> each(List<Callable<T>> things) {
        ExecutorService crowd = Executors.newFixedThreadPool(people);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : crowd.invokeAll(things, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            crowd.shutdownNow();
        }
    }
}
