package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.questionnaires.DoubleEntry.State;
import org.commensal.questionnaires.RecordSecondEntry;
import org.commensal.questionnaires.SecondEntry;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Where another person enters a form for the second time, without seeing what was entered first. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/second-entry/{task: .+}")
@Produces(MediaType.TEXT_HTML)
public class SecondEntryPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    RecordSecondEntry second;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("task") String task) {
        return page(study, ParticipantCode.parse(code), task, Form.empty(), Map.of());
    }

    @POST
    public Response save(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("task") String task,
            MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent);
        UUID entry = StaffFormPage.id(form, "_entry").orElseGet(UUID::randomUUID);
        List<Item> items = StaffFormPage.items(second.form(currentActor.actor(), study, code, task));
        Map<String, Object> given = new HashMap<>();
        items.forEach(item -> given.put(item.code(), Questions.sent(item, form)));
        try {
            SecondEntry entered = new SecondEntry(entry, task, given, Questions.confirmed(items, form));
            RecordSecondEntry.Receipt receipt = second.record(currentActor.actor(), study, code, entered);
            boolean differs = receipt.form().state() == State.DIFFERING;
            return Screens.seeOther(
                    "/studies/" + study + "/participants/" + code + (differs ? "/differences/" + task : ""));
        } catch (Refusal refusal) {
            if (refusal.reason() != Refusal.Reason.INVALID) {
                throw refusal;
            }
            Questions.doubt(items, given, form);
            return Screens.again(refusal, page(study, code, task, form.refused(refusal), given));
        }
    }

    private JteModel page(String study, ParticipantCode code, String task, Form form, Map<String, Object> given) {
        Questionnaire questionnaire = second.awaited(currentActor.actor(), study, code, task);
        Screen screen = screens.in(study);
        List<Item> items = StaffFormPage.items(questionnaire);
        return pages.questionnairesSecondEntry(
                screen,
                form,
                new SecondEntrySheet(
                        code.value(),
                        "/studies/" + study + "/participants/" + code,
                        task,
                        StaffFormPage.id(form, "_entry")
                                .orElseGet(UUID::randomUUID)
                                .toString(),
                        screen.in(questionnaire.title()),
                        questionnaire.intro().map(screen::in),
                        questionnaire.attribution().map(screen::in),
                        items.stream()
                                .map(item -> Questions.of(
                                        item,
                                        given,
                                        Questions.confirmed(items, form),
                                        form.fault(item.code()),
                                        screen.texts()))
                                .toList()));
    }
}
