package org.commensal.web.randomisation;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.randomisation.Confirmations;
import org.commensal.randomisation.Confirmations.Confirmation;
import org.commensal.randomisation.RandomiseParticipant;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** What a randomisation still needs; and, where nothing is missing, the randomisation itself, confirmed by hand. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/randomisation")
@Produces(MediaType.TEXT_HTML)
public class RandomisationPage {

    private static final Text DIFFERS = new Text(
            "This is not the code of this participant. Type %s.", "Dit is niet de code van deze deelnemer. Typ %s.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    RandomiseParticipant randomisation;

    @Inject
    Confirmations confirmations;

    @Inject
    RevealAllocation reveal;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response randomise(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent);
        try {
            String confirmed = form.required("code").toUpperCase(Locale.ROOT);
            if (!confirmed.isEmpty() && !confirmed.equals(code.value())) {
                form.fault("code", DIFFERS.with(code));
            }
            form.complete();
            Optional<String> kit = randomisation
                    .randomise(currentActor.actor(), study, code, form.value("key"))
                    .kit();
            return Screens.seeOther(address(study, code)
                    + kit.map(number -> "/kits?handed-out=" + number).orElse("/randomisation"));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        Screen screen = screens.in(study);
        Optional<LocalDate> day = Optional.ofNullable(participants
                .find(currentActor.actor(), Right.RANDOMISE, study, code)
                .milestones()
                .get(Stage.RANDOMISED));
        List<Readiness.Condition> conditions = day.isPresent()
                ? List.of()
                : randomisation.gates(currentActor.actor(), study, code).stream()
                        .map(gate ->
                                new Readiness.Condition(screen.in(gate.label()), gate.met(), screen.in(gate.detail())))
                        .toList();
        String key = Optional.of(form.value("key"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        Optional<Readiness.Made> done = day.map(on -> made(study, code, on, screen));
        return pages.randomisationRandomisation(
                screen, form, new Readiness(code.value(), address(study, code), conditions, key, done));
    }

    private Readiness.Made made(String study, ParticipantCode code, LocalDate on, Screen screen) {
        Confirmation made = confirmations.of(currentActor.actor(), study, code);
        return new Readiness.Made(
                screen.t("randomise.done", code, screen.texts().day(on)),
                ConfirmationSheet.lines(made, screen.texts()),
                reveal.isOpenTo(
                        currentActor.actor(), made.study(), made.participant().site()));
    }

    private static String address(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
