package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Listed;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/** Every line of the list of participants that a filter takes, as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/participants.csv")
public class ParticipantsCsv {

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam ParticipantsAsked asked) {
        Actor actor = currentActor.actor();
        List<Listed> found = participants.part(actor, study, asked.filter(), asked.order(), 0, Integer.MAX_VALUE);
        Set<ParticipantCode> unblinded = unblindings.unblinded(actor, study);
        return files.of(study, "participants", columns(), found, listed -> cells(listed, unblinded));
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("code", "site", "stage"));
        Stream.of(Stage.values()).map(Words::code).forEach(columns::add);
        columns.addAll(List.of("last_diary_day", "unblinded"));
        Stream.of(Withdrawal.Part.values())
                .map(part -> "stopped_" + Words.code(part).replace('-', '_'))
                .forEach(columns::add);
        return columns;
    }

    private static List<String> cells(Listed listed, Set<ParticipantCode> unblinded) {
        Participant participant = listed.participant();
        List<String> cells = new ArrayList<>(
                List.of(participant.code().value(), participant.site(), Words.code(participant.stage())));
        for (Stage stage : Stage.values()) {
            cells.add(Optional.ofNullable(participant.milestones().get(stage))
                    .map(Object::toString)
                    .orElse(""));
        }
        cells.add(listed.lastDay().map(Object::toString).orElse(""));
        cells.add(Boolean.toString(unblinded.contains(participant.code())));
        for (Withdrawal.Part part : Withdrawal.Part.values()) {
            cells.add(Optional.ofNullable(participant.withdrawn().get(part))
                    .map(Object::toString)
                    .orElse(""));
        }
        return cells;
    }
}
