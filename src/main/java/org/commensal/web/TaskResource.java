package org.commensal.web;

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
import org.commensal.access.CurrentActor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.protocol.Schedule.Task;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;

/** What a participant and the staff have to fill in: what is due, open, late, done or closed. */
@ApplicationScoped
@Path("/api/studies/{study}/participants/{code}/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    /** A task; {@code day} where it is a day of a diary, {@code response} the newest it was filled in with. */
    public record Shown(
            String task,
            String form,
            String event,
            String by,
            LocalDate opens,
            LocalDate due,
            Optional<LocalDate> day,
            String state,
            Optional<UUID> response) {

        static Shown of(TaskState known) {
            Task task = known.task();
            return new Shown(
                    task.key(),
                    task.form(),
                    task.event(),
                    Words.code(task.by()),
                    task.opens(),
                    task.due(),
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
        return tasks.of(currentActor.actor(), study, ParticipantCode.parse(code)).stream()
                .map(Shown::of)
                .toList();
    }
}
