package org.commensal.web.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Role;
import org.commensal.enrolment.ConsentRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/** The participant who is signed in, with what there is to fill in. */
@ApplicationScoped
public class DiaryOwner {

    private static final Text NOBODY = new Text(
            "This page is for participants. Go to the start page.",
            "Deze pagina is voor deelnemers. Ga naar de startpagina.");

    /**
     * Whose diary it is, and the study it is kept for.
     *
     * @param collects whether the study still takes answers in
     * @param zone where the person is: the day of a diary is theirs
     */
    public record Owner(Actor actor, Study study, ParticipantCode code, boolean collects, ZoneId zone) {}

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    Tasks tasks;

    @Inject
    ConsentRegister consents;

    @Inject
    PhoneZone phone;

    @Inject
    Clock clock;

    public Optional<Owner> of(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role().equals(Role.PARTICIPANT.code()))
                .findFirst()
                .map(grant -> owner(actor, grant));
    }

    public Owner require() {
        return of(currentActor.actor()).orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, NOBODY));
    }

    /** Everything that this participant fills in, done or not, in the order in which it opens; nothing after the lock. */
    public List<TaskState> tasks(Owner owner) {
        if (!owner.collects()) {
            return List.of();
        }
        return tasks.of(owner.actor(), owner.study().id(), owner.code(), owner.zone()).stream()
                .filter(state -> state.task().by() == FilledBy.PARTICIPANT)
                .toList();
    }

    /** One task by its address: one of {@link #tasks}, or an event on its way. */
    public Optional<TaskState> find(Owner owner, String key) {
        Optional<UUID> report = Filling.report(key).filter(response -> owner.collects());
        return report.isPresent()
                ? tasks.report(
                        owner.actor(), owner.study().id(), owner.code(), key.replaceFirst("/.*", ""), report.get())
                : tasks(owner).stream()
                        .filter(state -> state.task().key().equals(key))
                        .findFirst();
    }

    /** The events that this participant can report now. */
    public List<EventForm> events(Owner owner) {
        return tasks.events(owner.actor(), owner.study().id(), owner.code()).stream()
                .filter(state -> state.state() == State.OPEN && state.task().by() == FilledBy.PARTICIPANT)
                .flatMap(state -> owner.study().schedule().event(state.task().event()).stream())
                .toList();
    }

    /** What can be filled in now: diary days oldest first, since they close, then the rest. */
    public static List<TaskState> open(List<TaskState> all) {
        return all.stream()
                .filter(state -> state.state() == State.OPEN || state.state() == State.LATE)
                .toList();
    }

    /** The only open form, so that a diary day costs no tap more; the list where there is none, a choice or a consent. */
    public String firstThingToDo(Owner owner) {
        List<TaskState> open = open(tasks(owner));
        boolean signsFirst =
                consents.due(owner.actor(), owner.study().id(), owner.code()).isPresent();
        return open.size() == 1 && !signsFirst ? "/today/" + open.get(0).task().key() : "/today";
    }

    public LocalDate today(Owner owner) {
        return LocalDate.now(clock.withZone(owner.zone()));
    }

    private Owner owner(Actor actor, Grant grant) {
        PublishedStudy published = studies.at(grant.study(), grant.site());
        return new Owner(
                actor,
                published.study(),
                ParticipantCode.parse(grant.participant()),
                published.state().collects(),
                phone.zone().orElse(published.study().zone()));
    }
}
