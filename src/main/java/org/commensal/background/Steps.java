package org.commensal.background;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntConsumer;

/**
 * How far one piece of work is: what the threads that work tell is kept in memory, and said from time to time. Each step
 * has the next number, and none follows the last.
 */
public final class Steps {

    /** Writes one step. */
    public interface Written {
        void step(int number, State state, int percent);
    }

    /** Ends work that would keep a server busy for others. */
    private static final class Late extends RuntimeException {
        Late() {
            super("the work takes too long", null, false, false);
        }
    }

    private final Written written;
    private volatile InstantSource wall = () -> Instant.MIN;
    private volatile Instant latest = Instant.MAX;
    private volatile State state = State.QUEUED;
    private volatile int percent;
    private volatile boolean late;
    private int number;
    private boolean closed;

    /** @param first number that the next step has */
    public Steps(int first, Written written) {
        this.number = first;
        this.written = written;
    }

    void begin(InstantSource clock, Duration longest) {
        wall = clock;
        latest = clock.instant().plus(longest);
        state = State.RUNNING;
    }

    boolean isLate() {
        return late;
    }

    /**
     * Tells how far it is, and ends work that takes too long.
     *
     * @param share of the work that is done, from 0 to 1
     */
    public void at(double share) {
        if (wall.instant().isAfter(latest)) {
            late = true;
            throw new Late();
        }
        percent = Math.min(99, (int) (100 * share));
    }

    synchronized void say() {
        if (!closed) {
            written.step(number, state, percent);
            number++;
        }
    }

    /** The last step, written by somebody else with what came of it. */
    public synchronized void end(IntConsumer last) {
        closed = true;
        last.accept(number);
    }

    /** The last step, of work that nothing came of. */
    public synchronized void end(State last) {
        end(next -> written.step(next, last, percent));
    }
}
