package org.commensal.export.release;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Portions that this thread reads, as its transaction allows it alone, and another one takes while the next is read: the
 * database answers a request for rows only once the ones before were read. They are taken one after the other, in their
 * order; three are held at most.
 *
 * @param <P> what a portion is as it is read
 */
final class Handover<P> implements AutoCloseable {

    /** One that is taken, and one that waits. */
    private static final int AHEAD = 2;

    private final Consumer<P> taker;
    private final Queue<Future<?>> taking = new ArrayDeque<>();
    private @Nullable P first;
    private @Nullable ExecutorService thread;

    /** @param taker makes of a portion what is made of it; it reads no database */
    Handover(Consumer<P> taker) {
        this.taker = taker;
    }

    /** The next portion. With a second one the thread begins, which few tables need. */
    void add(P portion) {
        if (thread == null && first == null) {
            first = portion;
            return;
        }
        ExecutorService other = thread == null ? Executors.newSingleThreadExecutor() : thread;
        thread = other;
        if (first != null) {
            P waiting = first;
            first = null;
            taking.add(other.submit(() -> taker.accept(waiting)));
        }
        if (taking.size() == AHEAD) {
            await(taking.remove());
        }
        taking.add(other.submit(() -> taker.accept(portion)));
    }

    /** Returns when all are taken. */
    void finish() {
        if (first != null) {
            taker.accept(first);
        }
        while (!taking.isEmpty()) {
            await(taking.remove());
        }
    }

    private static void await(Future<?> taken) {
        try {
            taken.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the release was stopped", stopped);
        }
    }

    /** Nothing is taken any more when this returns. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.shutdownNow();
        try {
            while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
