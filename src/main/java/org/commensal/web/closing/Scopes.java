package org.commensal.web.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.studies.StudyRegister;

/** The scopes that somebody names; what the study or the participant does not have is named by nobody. */
@ApplicationScoped
public class Scopes {

    private static final Text NO_SITE =
            new Text("The study has no site \"%s\".", "De studie heeft geen centrum \"%s\".");
    private static final Text NO_PART = new Text(
            "%s has no form or visit called \"%s\". Look at the list of forms.",
            "%s heeft geen formulier of visite \"%s\". Kijk in de lijst met formulieren.");

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    Tasks tasks;

    /** A site of a study. */
    public Scope site(Actor actor, String study, String site) {
        return studies.get(actor, study).study().sites().stream()
                .map(Study.Site::code)
                .filter(site::equals)
                .findFirst()
                .map(Scope::site)
                .orElseThrow(() -> new Refusal(Reason.INVALID, NO_SITE.with(Text.shorten(site))));
    }

    /** All data of a participant. */
    public Scope participant(Actor actor, String study, ParticipantCode code) {
        return Scope.of(participants.find(actor, Right.SEE_RESPONSES, study, code));
    }

    /** @param part the code of a visit, block or event, or the key of a form; all of the participant where it is empty */
    public Scope part(Actor actor, String study, ParticipantCode code, String part) {
        Participant participant = participants.find(actor, Right.SEE_RESPONSES, study, code);
        if (part.isEmpty()) {
            return Scope.of(participant);
        }
        return Stream.concat(tasks.of(actor, study, code).stream(), tasks.events(actor, study, code).stream())
                .map(TaskState::task)
                .flatMap(task -> named(participant, task, part).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.INVALID, NO_PART.with(code, Text.shorten(part))));
    }

    /** An event that can be reported has its code for a key. */
    private static Optional<Scope> named(Participant participant, Task task, String part) {
        if (task.event().equals(part)) {
            return Optional.of(Scope.visit(participant, part));
        }
        return task.key().equals(part) ? Optional.of(Scope.form(participant, task.event(), part)) : Optional.empty();
    }
}
