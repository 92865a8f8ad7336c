package org.commensal.export.release;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of one portion in a thread of its own, while this thread reads the next one, as its transaction allows it
 * alone, and takes the rows of the one before. Rows come in the order of the portions, all in this thread; three portions are
 * held at most.
 *
 * @param <P> what a portion is as it is read
 */
final class MadeAhead<P> implements AutoCloseable {

    private final Function<P, List<String[]>> make;
    private final Consumer<String[]> row;
    private @Nullable P first;
    private @Nullable ExecutorService thread;
    private @Nullable Future<List<String[]>> making;

    /** @param make the rows of a portion; it reads no database */
    MadeAhead(Function<P, List<String[]>> make, Consumer<String[]> row) {
        this.make = make;
        this.row = row;
    }

    /** The next portion. With a second one the thread begins, which few tables need. */
    void add(P portion) {
        if (thread == null && first == null) {
            first = portion;
            return;
        }
        ExecutorService maker = thread == null ? Executors.newSingleThreadExecutor() : thread;
        thread = maker;
        if (first != null) {
            P waiting = first;
            first = null;
            begin(maker, waiting);
        }
        begin(maker, portion);
    }

    private void begin(ExecutorService maker, P portion) {
        Future<List<String[]>> before = making;
        making = maker.submit(() -> make.apply(portion));
        if (before != null) {
            made(before).forEach(row);
        }
    }

    /** Takes the rows that are left. */
    void finish() {
        if (first != null) {
            make.apply(first).forEach(row);
        }
        if (making != null) {
            made(making).forEach(row);
        }
    }

    private static List<String[]> made(Future<List<String[]>> rows) {
        try {
            return rows.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the release was stopped", stopped);
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }
}
