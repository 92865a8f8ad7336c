package org.commensal.server;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.commensal.audit.CheckpointLedger;
import org.commensal.demo.Demonstration;
import org.commensal.enrolment.LinkLetters;
import org.commensal.export.BackgroundReleases;
import org.commensal.golive.BackgroundSimulation;
import org.commensal.reminders.SendReminders;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The order in which the server comes up: configuration, database, demonstration, timers and what runs in the
 * background. Where a step fails the process ends and says why, rather than live on without its application.
 */
@ApplicationScoped
public class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    /** Exit codes, as in sysexits.h: what has to be set is not, and what the server needs is not there. */
    private static final int CONFIGURATION_FAULT = 78;

    private static final int UNAVAILABLE = 69;
    private static final int SEAL_EVERY_SECONDS = 5;
    private static final int SEAL_ALL_EVERY_SECONDS = 300;
    private static final int SAY_EVERY_SECONDS = 1;
    private static final int TAKE_OVER_EVERY_SECONDS = 15;
    private static final int GREETING_TRIES = 600;
    private static final int GREETING_PAUSE_MILLIS = 200;

    @Inject
    Config config;

    @Inject
    Mode mode;

    @Inject
    Instance<Database> database;

    @Inject
    Demonstration demonstration;

    @Inject
    Instance<Greeting> greeting;

    @Inject
    CheckpointLedger checkpoints;

    @Inject
    BackgroundSimulation simulations;

    @Inject
    BackgroundReleases releases;

    @Inject
    SendReminders reminders;

    @Inject
    LinkLetters links;

    @Inject
    @ConfigProperty(name = "mail.every-seconds", defaultValue = "60")
    int mailEverySeconds;

    @Resource
    ManagedExecutorService workers;

    @Resource
    ManagedScheduledExecutorService timers;

    void start(@Observes @Priority(1000) @Initialized(ApplicationScoped.class) Object context) {
        requireConfiguration(config);
        try {
            database.get().migrate();
            if (mode.isDemo()) {
                demonstration.fill();
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "start-up failed", failed);
            end(UNAVAILABLE, "The server does not start: " + failed.getMessage());
        }
        every(SEAL_EVERY_SECONDS, "facts were not sealed", checkpoints::sealRecent);
        every(SEAL_ALL_EVERY_SECONDS, "facts were not sealed", checkpoints::seal);
        every(mailEverySeconds, "reminders were not planned", reminders::planAll);
        every(mailEverySeconds, "mail was not sent", reminders::send);
        every(mailEverySeconds, "mail was not sent", links::send);
        workers.execute(simulations::work);
        workers.execute(releases::work);
        every(SAY_EVERY_SECONDS, "how far work is was not said", simulations::say);
        every(SAY_EVERY_SECONDS, "how far work is was not said", releases::say);
        every(TAKE_OVER_EVERY_SECONDS, "releases were not taken over", releases::takeOver);
        LOG.info("The server has started.");
        if (mode.isDemo()) {
            String words = greeting.get().words();
            greet(words, GREETING_TRIES);
        }
    }

    /** One look at a time, so that the timers do not wait for an address that nobody answers at. */
    private void greet(String words, int tries) {
        timers.schedule(
                () -> {
                    if (!greeting.get().saidSinceOpen(words) && tries > 1) {
                        greet(words, tries - 1);
                    }
                },
                GREETING_PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Ends the process and names every key that must be set and is not. */
    static void requireConfiguration(Config config) {
        List<String> faults = Mode.faults(config);
        if (!faults.isEmpty()) {
            end(
                    CONFIGURATION_FAULT,
                    "The server does not start. Set in the environment or in a configuration file:\n  - "
                            + String.join("\n  - ", faults)
                            + "\nEvery key is described in deploy/configuration.md.");
        }
    }

    /** Again and again. A timer that throws is never run again, so nothing is let through. */
    private void every(int seconds, String failure, Runnable pass) {
        timers.scheduleWithFixedDelay(
                () -> {
                    try {
                        pass.run();
                    } catch (RuntimeException failed) {
                        LOG.log(Level.WARNING, failure + "; it is tried again", failed);
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    /** Ends the process where the database does not let it in, and says why. */
    static void requireDatabase(DataSource database, String url) {
        FirstConnection.fault(database, url)
                .ifPresent(fault -> end(UNAVAILABLE, "The server does not start. " + fault));
    }

    private static void end(int code, String message) {
        ConsoleMessage.print(message);
        Runtime.getRuntime().halt(code);
    }
}
