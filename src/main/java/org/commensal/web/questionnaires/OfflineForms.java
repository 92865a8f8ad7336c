package org.commensal.web.questionnaires;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.SealingKey;
import org.commensal.access.SealingKey.Purpose;
import org.commensal.pages.Templates;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.Task;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.web.Screen;

/**
 * Everything that one participant can fill in now and in the {@value #DAYS_AHEAD} days to come, with the key by which
 * their phone encrypts what it keeps.
 *
 * <p>The key is made from that of the identity vault and the participant, so that it is the same at each sign-in and on
 * each phone, and nobody else's.
 */
@ApplicationScoped
public class OfflineForms {

    static final int DAYS_AHEAD = 7;

    @Inject
    DiaryOwner owners;

    @Inject
    Templates pages;

    @Inject
    SealingKey keys;

    @Inject
    Clock clock;

    JsonObject of(DiaryOwner.Owner owner, Screen screen) {
        LocalDate last = owners.today(owner).plusDays(DAYS_AHEAD);
        List<TaskState> tasks = owners.tasks(owner).stream()
                .filter(state -> state.state() != State.CLOSED)
                .filter(state -> !state.task().opens().isAfter(last))
                .toList();
        List<EventForm> events = owners.events(owner);
        Map<String, JsonObject> forms = new LinkedHashMap<>();
        OfflineForm writer = new OfflineForm(pages, screen);
        tasks.stream()
                .filter(state -> state.state() != State.DONE)
                .forEach(state -> forms.computeIfAbsent(
                        name(state.study(), state.task().form()), name -> writer.of(state.study(), state.form())));
        events.forEach(event -> forms.computeIfAbsent(
                name(owner.study(), event.form()),
                name -> writer.of(owner.study(), owner.study().questionnaire(event.form()))));
        JsonObjectBuilder named = JSON.createObjectBuilder();
        forms.forEach(named::add);
        UUID person = owner.actor().id();
        return JSON.createObjectBuilder()
                .add("person", person.toString())
                .add("key", key(person))
                .add("now", clock.instant().toString())
                .add("responses", "/api/studies/" + owner.study().id() + "/participants/" + owner.code() + "/responses")
                .add("tasks", tasks(tasks, screen))
                .add("events", events(owner, events, screen))
                .add("forms", named)
                .build();
    }

    private JsonObjectBuilder key(UUID person) {
        byte[] secret = keys.derived(Purpose.VAULT, "phone/" + person);
        return JSON.createObjectBuilder()
                .add("name", keys.name(Purpose.VAULT))
                .add("secret", Base64.getEncoder().encodeToString(secret));
    }

    private static JsonArrayBuilder tasks(List<TaskState> tasks, Screen screen) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        for (TaskState state : tasks) {
            Task task = state.task();
            JsonObjectBuilder shown = JSON.createObjectBuilder()
                    .add("key", task.key())
                    .add("form", task.form())
                    .add("version", state.study().version())
                    .add("title", TodayPage.title(state, screen.texts()))
                    .add("minutes", state.form().minutes())
                    .add("opens", task.opens().toString())
                    .add("due", task.due().toString())
                    .add("state", state.state().name().toLowerCase(Locale.ROOT));
            task.day().ifPresent(day -> shown.add("day", day.toString()));
            list.add(shown);
        }
        return list;
    }

    private static JsonArrayBuilder events(DiaryOwner.Owner owner, List<EventForm> events, Screen screen) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        events.forEach(event -> list.add(JSON.createObjectBuilder()
                .add("code", event.code())
                .add("form", event.form())
                .add("version", owner.study().version())
                .add("title", screen.in(event.name()))
                .add("when", event.when().map(screen::in).orElse(""))));
        return list;
    }

    private static String name(Study study, String form) {
        return study.version() + "/" + form;
    }
}
