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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.questionnaires.DifferenceChoice;
import org.commensal.questionnaires.DoubleEntry;
import org.commensal.questionnaires.DoubleEntryRegister;
import org.commensal.questionnaires.Resolution;
import org.commensal.questionnaires.ResolveDifferences;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Words;
import org.commensal.web.questionnaires.DifferencesSheet.Difference;

/** What differs between the two entries of a form; where it is decided which value holds, with a reason. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/differences/{task: .+}")
@Produces(MediaType.TEXT_HTML)
public class DifferencesPage {

    private static final UUID NONE = new UUID(0, 0);
    private static final String CHOICE = "_choice_";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    DoubleEntryRegister register;

    @Inject
    ResolveDifferences differences;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("task") String task) {
        return page(study, ParticipantCode.parse(code), task, Form.empty());
    }

    @POST
    public Response decide(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("task") String task,
            MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(actor, Right.RESOLVE_DIFFERENCE, study, code);
        Form form = Form.of(sent);
        DoubleEntry entered = entered(study, code, task);
        try {
            differences.resolve(actor, study, code, resolution(entered, form(study, entered), form));
            return Screens.seeOther("/studies/" + study + "/participants/" + code);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, task, form.refused(refusal)));
        }
    }

    private Resolution resolution(DoubleEntry entered, Questionnaire form, Form sent) {
        Map<String, DifferenceChoice> choices = new HashMap<>();
        Map<String, Object> others = new HashMap<>();
        for (Item item : form.items()) {
            choice(sent, item).ifPresent(choice -> {
                choices.put(item.code(), choice);
                if (choice == DifferenceChoice.OTHER) {
                    others.put(item.code(), Questions.sent(item, sent));
                }
            });
        }
        return new Resolution(
                StaffFormPage.id(sent, "_resolution").orElseGet(UUID::randomUUID),
                entered.entry().orElse(NONE),
                StaffFormPage.id(sent, "_response").orElse(NONE),
                choices,
                others,
                sent.value("reason"),
                screens.language());
    }

    private static Optional<DifferenceChoice> choice(Form sent, Item item) {
        return Stream.of(DifferenceChoice.values())
                .filter(choice -> Words.code(choice).equals(sent.value(CHOICE + item.code())))
                .findFirst();
    }

    private JteModel page(String study, ParticipantCode code, String task, Form form) {
        Actor actor = currentActor.actor();
        Participant participant = participants.find(actor, Right.SEE_RESPONSES, study, code);
        DoubleEntry entered = entered(study, code, task);
        Questionnaire questionnaire = form(study, entered);
        Screen screen = screens.in(study);
        boolean corrects = permission.allows(actor, Right.CORRECT_RESPONSE, study, participant.site());
        return pages.questionnairesDifferences(
                screen,
                form,
                new DifferencesSheet(
                        code.value(),
                        "/studies/" + study + "/participants/" + code,
                        task,
                        screen.in(questionnaire.title()),
                        entered.first().id().toString(),
                        StaffFormPage.id(form, "_resolution")
                                .orElseGet(UUID::randomUUID)
                                .toString(),
                        questionnaire.items().stream()
                                .filter(item -> entered.differing().contains(item.code()))
                                .map(item -> difference(item, entered, form, corrects, screen))
                                .toList(),
                        permission.allows(actor, Right.RESOLVE_DIFFERENCE, study, participant.site())));
    }

    private static Difference difference(Item item, DoubleEntry entered, Form form, boolean corrects, Screen screen) {
        Map<String, Object> typed = new HashMap<>();
        typed.put(item.code(), Questions.sent(item, form));
        return new Difference(
                item.code(),
                screen.in(item.question()),
                Words.of(item, entered.first().answers().get(item.code()), screen.texts()),
                Words.of(item, entered.second().get(item.code()), screen.texts()),
                form.value(CHOICE + item.code()),
                corrects
                        ? Optional.of(Questions.of(
                                item,
                                typed,
                                Questions.confirmed(List.of(item), form),
                                form.fault(item.code()),
                                screen.texts()))
                        : Optional.empty());
    }

    private DoubleEntry entered(String study, ParticipantCode code, String task) {
        return register.list(currentActor.actor(), study, code).stream()
                .filter(form -> form.first().task().equals(task) && !form.isAwaited())
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
    }

    private Questionnaire form(String study, DoubleEntry entered) {
        return entered.first().questionnaire(studies.everInForce(study));
    }
}
