package org.commensal.background;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does one piece of work after another, with no transaction and no lock. While it is at one it says every second how far
 * it is, so that all servers know, also when this one is gone.
 *
 * <p>A thread that the server begins with takes what waits: what a request begins by itself shares that request's
 * connection to the database, and closes it when it ends.
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class.getName());

    private final Duration longest;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Set<Steps> active = ConcurrentHashMap.newKeySet();

    /** @param work tells the steps how far it is, and ends them with what came of it */
    private record Waiting(String name, Steps steps, Consumer<Steps> work) {}

    /** @param longest that one piece of work may take */
    public Worker(Duration longest) {
        this.longest = longest;
    }

    /**
     * Begins with it when its turn comes, and does not wait for it.
     *
     * @param name as the log calls it
     * @param work tells the steps how far it is, and ends them with what came of it
     */
    public void add(String name, Steps steps, Consumer<Steps> work) {
        active.add(steps);
        queue.add(new Waiting(name, steps, work));
    }

    /** Does whatever waits, until the server ends. */
    public void work(InstantSource wall) {
        try {
            while (true) {
                Waiting next = queue.take();
                complete(wall, next.name(), next.steps(), next.work());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says of everything that waits or is at work how far it is. */
    public void say() {
        active.forEach(steps -> quietly(steps::say));
    }

    /** The same in this thread, which says nothing until it is done. */
    public void complete(InstantSource wall, String name, Steps steps, Consumer<Steps> work) {
        try {
            steps.begin(wall, longest);
            work.accept(steps);
        } catch (RuntimeException failed) {
            if (!steps.isLate()) {
                LOG.log(Level.SEVERE, name + " failed", failed);
            }
            quietly(() -> steps.end(steps.isLate() ? State.TOO_LONG : State.FAILED));
        } finally {
            active.remove(steps);
        }
    }

    /** What cannot be written now is told by the silence, and ends neither the thread nor the timer. */
    private static void quietly(Runnable says) {
        try {
            says.run();
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "how far work is was not written", unwritten);
        }
    }
}
