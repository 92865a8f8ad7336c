package org.commensal.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.commensal.mail.EmptyOutbox;

/** What each server does again and again: decide which reminders are due, and send what waits. */
@ApplicationScoped
public class SendReminders {

    private static final Logger LOG = Logger.getLogger(SendReminders.class.getName());

    @Inject
    PlanReminders plan;

    @Inject
    EmptyOutbox outbox;

    @Inject
    ReminderLetters letters;

    /** A study that cannot be planned keeps no other from it; what fails is tried again the next time. */
    public void planAll() {
        for (String study : plan.studies()) {
            try {
                plan.plan(study);
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "reminders of " + study + " were not planned; it is tried again", failed);
            }
        }
    }

    public void send() {
        outbox.of(ReminderLetters.KIND, letters::write);
    }
}
