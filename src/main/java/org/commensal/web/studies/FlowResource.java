package org.commensal.web.studies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.eligibility.ScreeningRegister;
import org.commensal.eligibility.ScreeningRegister.State;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Text;
import org.commensal.questionnaires.ParticipantProgress.FollowUp;
import org.commensal.randomisation.CountAllocations;
import org.commensal.randomisation.CountAllocations.Group;
import org.commensal.web.Words;

/** The numbers of the flow diagram; by arm for those who may know them, which is recorded. */
@ApplicationScoped
@Path("/api/studies/{study}/flow")
@Produces(MediaType.APPLICATION_JSON)
public class FlowResource {

    /**
     * Everybody who was screened, by the state of their screening; how many of those who did not meet the criteria did not
     * meet each, by its id; and those who were randomised, all together or by arm.
     */
    public record Shown(
            int assessed, Map<String, Integer> screening, Map<String, Integer> criteria, List<Allocated> groups) {}

    /** The participants of an arm, or of all, without a name. */
    public record Allocated(
            Optional<Text> name,
            int allocated,
            int notStarted,
            int inError,
            int discontinued,
            Map<String, Integer> followUp) {
        static Allocated of(Group group) {
            Map<String, Integer> followUp = new TreeMap<>();
            Stream.of(FollowUp.values())
                    .forEach(how ->
                            followUp.put(Words.code(how), group.followUp().getOrDefault(how, 0)));
            return new Allocated(
                    group.name(),
                    group.allocated(),
                    group.notStarted(),
                    group.inError(),
                    group.discontinued(),
                    followUp);
        }
    }

    @Inject
    CurrentActor currentActor;

    @Inject
    ScreeningRegister log;

    @Inject
    CountAllocations allocations;

    @GET
    public Shown together(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        return shown(actor, study, List.of(allocations.together(actor, study)));
    }

    @POST
    @Path("arms")
    public Shown arms(@PathParam("study") String study) {
        Actor actor = currentActor.actor();
        return shown(actor, study, allocations.byArm(actor, study));
    }

    private Shown shown(Actor actor, String study, List<Group> groups) {
        Map<State, Integer> counts = log.counts(actor, Right.SEE_FLOW, study);
        Map<String, Integer> screening = new TreeMap<>();
        Stream.of(State.values()).forEach(state -> screening.put(state.code(), counts.getOrDefault(state, 0)));
        return new Shown(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                screening,
                log.criteria(actor, Right.SEE_FLOW, study),
                groups.stream().map(Allocated::of).toList());
    }
}
