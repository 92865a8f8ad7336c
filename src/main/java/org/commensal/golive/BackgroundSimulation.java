package org.commensal.golive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.commensal.allocation.simulation.Report;
import org.commensal.allocation.simulation.SideBySide;
import org.commensal.background.Steps;
import org.commensal.background.Worker;
import org.commensal.golive.SimulateStudy.Requested;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;

/** Simulates what was asked for, one after another on each server. */
@ApplicationScoped
public class BackgroundSimulation {

    @Inject
    SimulateStudy simulations;

    @Inject
    InstantSource wall;

    private final Worker worker = new Worker(Duration.ofMinutes(15));

    /** How far all methods together are, each as much work as another. */
    private static final class Methods implements SideBySide.Progress {

        private final Steps steps;
        private final int methods;
        private int ended;

        Methods(Steps steps, int methods) {
            this.steps = steps;
            this.methods = methods;
        }

        @Override
        public void at(String method, int done, int of) {
            steps.at((ended + done / (double) of) / methods);
            ended += done == of ? 1 : 0;
        }
    }

    /**
     * Begins what was asked for, and does not wait for it.
     *
     * @throws Refusal {@code INVALID} for fewer trials than say anything, or for more than one request may take;
     *     {@code CONFLICT} while another simulation of this study is at work
     */
    public SimulationJob begin(Actor actor, String study, int trials, long seed) {
        Requested requested = simulations.request(actor, study, trials, seed);
        requested
                .work()
                .ifPresent(work ->
                        worker.add(name(requested), steps(requested), steps -> simulate(requested, work, steps)));
        return requested.job();
    }

    /** The same in this thread, which says nothing until it is done. */
    public void complete(Actor actor, String study, int trials, long seed) {
        Requested requested = simulations.request(actor, study, trials, seed);
        requested
                .work()
                .ifPresent(work -> worker.complete(
                        wall, name(requested), steps(requested), steps -> simulate(requested, work, steps)));
    }

    /** Simulates whatever waits, until the server ends. */
    public void work() {
        worker.work(wall);
    }

    /** Says of every simulation that waits or is at work how far it is. */
    public void say() {
        worker.say();
    }

    private static String name(Requested requested) {
        return "simulation " + requested.job().id();
    }

    private Steps steps(Requested requested) {
        return new Steps(1, (number, state, percent) -> simulations.step(requested.job(), number, state, percent));
    }

    private void simulate(Requested requested, SideBySide work, Steps steps) {
        Report report = work.run(1, new Methods(steps, work.scenarios().size()));
        steps.end(number -> simulations.file(requested, number, report));
    }
}
