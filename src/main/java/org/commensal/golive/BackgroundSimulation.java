package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.commensal.allocation.simulation.Report;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.golive.SimulateStudy.Requested;
import org.commensal.golive.SimulationJob.State;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;

/**
 * Simulates what was asked for, one after another on each server, with no transaction and no lock. While it is at one it
 * says every second how far it is, so that all servers know, also when this one is gone.
 *
 * <p>A thread that the server begins with takes what waits: what a request begins by itself shares that request's
 * connection to the database, and closes it when it ends.
 */
@ApplicationScoped
public class BackgroundSimulation {

    private static final Logger LOG = Logger.getLogger(BackgroundSimulation.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Inject
    SimulateStudy simulations;

    @Inject
    InstantSource wall;

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Set<SimulationSteps> active = ConcurrentHashMap.newKeySet();

    /** Work that was asked for, and how far it is. */
    private record Waiting(Requested requested, SideBySide work, SimulationSteps steps) {}

    private Waiting waiting(Requested requested, SideBySide work) {
        SimulationSteps steps = new SimulationSteps(
                work.scenarios().size(),
                (number, state, percent) -> simulations.step(requested.job(), number, state, percent));
        return new Waiting(requested, work, steps);
    }

    /**
     * Begins what was asked for, and does not wait for it.
     *
     * @throws Refusal {@code INVALID} for fewer trials than say anything, or for more than one request may take;
     *     {@code CONFLICT} while another simulation of this study is at work
     */
    public SimulationJob begin(Actor actor, String study, int trials, long seed) {
        Requested requested = simulations.request(actor, study, trials, seed);
        requested.work().map(work -> waiting(requested, work)).ifPresent(waiting -> {
            active.add(waiting.steps());
            queue.add(waiting);
        });
        return requested.job();
    }

    /** The same in this thread, which says nothing until it is done. */
    public void complete(Actor actor, String study, int trials, long seed) {
        Requested requested = simulations.request(actor, study, trials, seed);
        requested.work().map(work -> waiting(requested, work)).ifPresent(this::simulate);
    }

    /** Simulates whatever waits, until the server ends. */
    public void work() {
        try {
            while (true) {
                simulate(queue.take());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says of every simulation that waits or is at work how far it is. */
    public void say() {
        active.forEach(steps -> quietly(steps::say));
    }

    private void simulate(Waiting waiting) {
        SimulationSteps steps = waiting.steps();
        try {
            steps.begin(wall, wall.instant().plus(LONGEST));
            Report report = waiting.work().run(1, steps);
            steps.end(number -> simulations.file(waiting.requested(), number, report));
        } catch (RuntimeException failed) {
            if (!steps.isLate()) {
                LOG.log(Level.SEVERE, "simulation " + waiting.requested().job().id() + " failed", failed);
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
            LOG.log(Level.WARNING, "how far a simulation is was not written", unwritten);
        }
    }
}
