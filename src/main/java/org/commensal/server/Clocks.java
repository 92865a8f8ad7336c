package org.commensal.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.InstantSource;
import org.commensal.demo.DemoClock;

/**
 * The two times of the server. What is injected as {@link Clock} is the time of the trial, which a demonstration may
 * set; what is injected as {@link InstantSource} is the wall clock, by which sessions, tokens and leases run out.
 */
@ApplicationScoped
public class Clocks {

    @Inject
    Mode mode;

    @Produces
    @Typed(Clock.class)
    Clock trialTime() {
        return mode.isDemo() ? new DemoClock() : Clock.systemUTC();
    }

    @Produces
    @Typed(InstantSource.class)
    InstantSource wallTime() {
        return InstantSource.system();
    }
}
