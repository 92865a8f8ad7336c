package org.commensal.web.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Task;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Words;

/** What a participant and the staff fill in: what is due, open, late, done or closed, and what may happen any day. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    /** A task; {@code due} unless it is an event, {@code day} where it is a day of a diary, {@code response} the newest it was filled in with. */
    public record Shown(
            String task,
            String form,
            String event,
            String by,
            LocalDate opens,
            Optional<LocalDate> due,
            Optional<LocalDate> day,
            String state,
            Optional<UUID> response) {

        public static Shown of(TaskState known) {
            Task task = known.task();
            return new Shown(
                    task.key(),
                    task.form(),
                    task.event(),
                    Words.code(task.by()),
                    task.opens(),
                    Optional.of(task.due()).filter(due -> due.isBefore(LocalDate.MAX)),
                    task.day(),
                    Words.code(known.state()),
                    known.response());
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    Tasks tasks;

    @GET
    public List<Shown> list(@PathParam("study") String study, @PathParam("code") String code) {
        Actor actor = currentActor.actor();
        ParticipantCode participant = ParticipantCode.parse(code);
        return Stream.concat(
                        tasks.of(actor, study, participant).stream(), tasks.events(actor, study, participant).stream())
                .map(Shown::of)
                .toList();
    }
}
