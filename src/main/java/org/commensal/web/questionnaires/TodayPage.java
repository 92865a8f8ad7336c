package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.enrolment.ConsentRegister;
import org.commensal.pages.Templates;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Drafts;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/** What a participant can fill in today, until when, and how long it takes. */
@ApplicationScoped
@Path("/today")
@Produces(MediaType.TEXT_HTML)
public class TodayPage {

    private static final int LATELY = 3;

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    Drafts drafts;

    @Inject
    ConsentRegister consents;

    @GET
    public JteModel show() {
        DiaryOwner.Owner owner = owners.require();
        Screen screen = screens.plain();
        Texts texts = screen.texts();
        List<TaskState> all = owners.tasks(owner);
        Study study = owner.study();
        List<Today.Due> due = Stream.concat(
                        consents.due(owner.actor(), study.id(), owner.code()).stream()
                                .map(version -> new Today.Due(
                                        "/today/consent", texts.get("consent.due"), texts.get("consent.due.means"))),
                        DiaryOwner.open(all).stream().map(state -> due(state, texts)))
                .toList();
        Optional<String> next = all.stream()
                .filter(state -> state.state() == State.UPCOMING)
                .findFirst()
                .map(state -> texts.get(
                        "today.next",
                        texts.in(state.form().title()),
                        texts.weekday(state.task().opens())));
        return pages.questionnairesToday(
                screen,
                new Today(
                        texts.weekday(owners.today(owner)),
                        due,
                        next,
                        recent(all, owners.today(owner), texts),
                        owners.events(owner).stream()
                                .map(event -> report(owner, event, texts))
                                .toList(),
                        !study.conduct().ownDiary().isEmpty(),
                        study.notice().map(texts::in),
                        "/studies/" + study.id() + "/protocol"));
    }

    private static List<String> recent(List<TaskState> all, LocalDate today, Texts texts) {
        return all.stream()
                .filter(state -> state.state() == State.DONE)
                .filter(state -> state.task()
                        .day()
                        .filter(day -> !day.isBefore(today.minusDays(LATELY)))
                        .isPresent())
                .sorted(Comparator.comparing((TaskState state) -> state.task().opens())
                        .reversed())
                .map(state -> title(state, texts))
                .toList();
    }

    /** The address of an event that was begun before, else of a new one. */
    private Today.Report report(DiaryOwner.Owner owner, EventForm event, Texts texts) {
        UUID response = drafts.begun(owner.actor(), owner.study().id(), owner.code(), event.code())
                .orElseGet(UUID::randomUUID);
        return new Today.Report(
                "/today/" + event.code() + "/" + response,
                texts.in(event.name()),
                event.when().map(texts::in).orElse(""));
    }

    private static Today.Due due(TaskState state, Texts texts) {
        Task task = state.task();
        int minutes = state.form().minutes();
        String until = state.state() == State.LATE
                ? texts.get("today.late", texts.weekday(task.due()), minutes)
                : texts.get("today.until", texts.weekday(task.due()), minutes);
        return new Today.Due("/today/" + task.key(), title(state, texts), until);
    }

    static String title(TaskState state, Texts texts) {
        String form = texts.in(state.form().title());
        return state.task().day().map(day -> form + ", " + texts.weekday(day)).orElse(form);
    }
}
