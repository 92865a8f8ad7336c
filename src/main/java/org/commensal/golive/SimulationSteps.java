package org.commensal.golive;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.golive.SimulationJob.State;

/**
 * How far one simulation is: what the threads that simulate tell is kept in memory, and said from time to time. Each step
 * has the next number, and none follows the last.
 */
final class SimulationSteps implements SideBySide.Progress {

    /** Writes one step. */
    interface Written {
        void step(int number, State state, int percent);
    }

    /** Ends a simulation that would keep a server busy for others. */
    private static final class Late extends RuntimeException {
        Late() {
            super("the simulation takes too long", null, false, false);
        }
    }

    private final int methods;
    private final Written written;
    private volatile InstantSource wall = () -> Instant.MIN;
    private volatile Instant latest = Instant.MAX;
    private volatile State state = State.QUEUED;
    private volatile int percent;
    private volatile boolean late;
    private int ended;
    private int number = 1;
    private boolean closed;

    /** @param methods that are simulated one after another, each as much work as another */
    SimulationSteps(int methods, Written written) {
        this.methods = methods;
        this.written = written;
    }

    void begin(InstantSource clock, Instant end) {
        wall = clock;
        latest = end;
        state = State.RUNNING;
    }

    boolean isLate() {
        return late;
    }

    @Override
    public void at(String method, int done, int of) {
        if (wall.instant().isAfter(latest)) {
            late = true;
            throw new Late();
        }
        double share = (ended + done / (double) of) / methods;
        percent = Math.min(99, (int) (100 * share));
        ended += done == of ? 1 : 0;
    }

    synchronized void say() {
        if (!closed) {
            written.step(number, state, percent);
            number++;
        }
    }

    /** The last step, written by somebody else with what came of it. */
    synchronized void end(IntConsumer last) {
        closed = true;
        last.accept(number);
    }

    synchronized void end(State last) {
        end(next -> written.step(next, last, percent));
    }
}
