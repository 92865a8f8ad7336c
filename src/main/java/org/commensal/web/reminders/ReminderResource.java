package org.commensal.web.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.mail.Delivery.State;
import org.commensal.mail.Reason;
import org.commensal.reminders.ReminderRegister;
import org.commensal.reminders.ReminderRegister.Reminder;

/** The reminders of a participant, past and to come, each with why it was or will not be sent. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/reminders")
@Produces(MediaType.APPLICATION_JSON)
public class ReminderResource {

    private static final String PLANNED = "planned";

    /** A reminder; {@code reason} unless it was or will be sent, {@code at} once something came of it. */
    public record Shown(
            String rule,
            String what,
            Instant moment,
            String state,
            Optional<String> reason,
            Optional<Instant> at,
            Optional<Instant> again) {

        public static Shown of(Reminder reminder) {
            return new Shown(
                    reminder.rule(),
                    reminder.what(),
                    reminder.moment(),
                    reminder.state().map(State::code).orElse(PLANNED),
                    Optional.of(reminder.reason())
                            .filter(reason -> reason != Reason.NONE)
                            .map(Reason::code),
                    reminder.at(),
                    reminder.again());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    ReminderRegister reminders;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        return reminders
                .of(currentActor.actor(), study, ParticipantCode.parse(code))
                .map(all -> all.reminders().stream().map(Shown::of).toList())
                .orElse(List.of());
    }
}
