package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.instrument.Item;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.questionnaires.Drafts;
import org.commensal.questionnaires.Tasks.State;
import org.commensal.questionnaires.Tasks.TaskState;
import org.commensal.safety.AlertRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.jspecify.annotations.Nullable;

/** One form on a phone, one question a screen; every answer is kept on the server before the next is asked. */
@ApplicationScoped
@Path("/today/{task: .+}")
@Produces(MediaType.TEXT_HTML)
public class AskingPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    Filling filling;

    @Inject
    AlertRegister alerts;

    @GET
    public JteModel show(@PathParam("task") String key, @QueryParam("question") @Nullable String code) {
        DiaryOwner.Owner owner = owners.require();
        TaskState task = filling.task(owner, key);
        if (task.state() == State.DONE) {
            return done(owner, task);
        }
        Filling.Sheet sheet = filling.open(owner, task);
        return ask(sheet, sheet.at(Optional.ofNullable(code)), Optional.empty());
    }

    @POST
    public Response answer(@PathParam("task") String key, MultivaluedMap<String, String> sent) {
        DiaryOwner.Owner owner = owners.require();
        TaskState task = filling.task(owner, key);
        if (task.state() == State.DONE) {
            return Screens.seeOther("/today/" + key);
        }
        Form form = Form.of(sent);
        Filling.Sheet sheet = filling.open(owner, task);
        Item item = sheet.at(Optional.of(form.value("_question")));
        Filling.Sheet answered = sheet.with(item, form);
        Optional<Text> fault = answered.fault(item, form.ticked("_skip"));
        if (fault.isPresent()) {
            Refusal declined = new Refusal(Refusal.Reason.INVALID, fault.get());
            return Screens.again(declined, ask(answered, item, fault));
        }
        Optional<Item> next = filling.keep(owner, answered, item, screens.language());
        return Screens.seeOther("/today/" + key
                + next.map(question -> "?question=" + question.code()).orElse(""));
    }

    private JteModel ask(Filling.Sheet sheet, Item item, Optional<Text> fault) {
        Screen screen = screens.plain();
        Texts texts = screen.texts();
        String here = "/today/" + sheet.task().key();
        Question question = Questions.of(item, sheet.given(), sheet.confirmed(), fault, texts);
        DiaryOwner.Owner owner = owners.require();
        return pages.questionnairesAsking(
                screen,
                new Asking(
                        question,
                        texts.in(sheet.questionnaire().title()),
                        texts.weekday(sheet.task().day().orElseGet(() -> owners.today(owner))),
                        here,
                        sheet.before(item)
                                .map(before -> here + "?question=" + before.code())
                                .orElse("/today"),
                        sheet.position(item),
                        sheet.total(),
                        sheet.isLast(item),
                        new Asking.Draft(
                                sheet.task().key(),
                                sheet.version(),
                                Drafts.json(sheet.given()),
                                String.join(" ", sheet.confirmed())),
                        sheet.questionnaire().intro().map(texts::in),
                        sheet.questionnaire().attribution().map(texts::in)));
    }

    private JteModel done(DiaryOwner.Owner owner, TaskState task) {
        Screen screen = screens.plain();
        List<String> help = task.response().stream()
                .flatMap(response -> alerts.help(owner.actor(), owner.study().id(), owner.code(), response).stream())
                .map(screen::in)
                .toList();
        List<TaskState> open = DiaryOwner.open(owners.tasks(owner));
        return pages.questionnairesDone(
                screen,
                screen.texts().weekday(owners.today(owner)),
                !open.isEmpty(),
                screen.t("done.title"),
                help,
                another(owner, task, screen));
    }

    /** Where an event was reported that may happen again, such as another medicine: the next report. */
    private Optional<Today.Report> another(DiaryOwner.Owner owner, TaskState task, Screen screen) {
        return owners.events(owner).stream()
                .filter(event -> event.code().equals(task.task().event()))
                .findFirst()
                .map(event -> new Today.Report(
                        "/today/" + event.code() + "/" + UUID.randomUUID(),
                        screen.t("today.another", screen.in(event.name())),
                        ""));
    }
}
