package org.commensal.web.kits;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
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
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kits.AssignKit;
import org.commensal.kits.Kit;
import org.commensal.kits.Kit.Done;
import org.commensal.kits.Kit.Step;
import org.commensal.kits.KitRegister;
import org.commensal.kits.TakeReturn;
import org.commensal.kits.WriteOffKit;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.HandOutKit;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Labels;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The kits of a participant: which to hand out now, what came back, and what was lost. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/kits")
@Produces(MediaType.TEXT_HTML)
public class ParticipantKitsPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    KitRegister kits;

    @Inject
    HandOutKit handOut;

    @Inject
    TakeReturn takeReturn;

    @Inject
    WriteOffKit writeOff;

    @GET
    public JteModel show(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @QueryParam("handed-out") @DefaultValue("") String handedOut) {
        return page(study, ParticipantCode.parse(code), handedOut, Form.empty());
    }

    @POST
    public Response act(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent);
        try {
            String handedOut = done(currentActor.actor(), study, code, form);
            return Screens.seeOther("/studies/" + study + "/participants/" + code + "/kits"
                    + (handedOut.isEmpty() ? "" : "?handed-out=" + handedOut));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, "", form.refused(refusal)));
        }
    }

    /** Does what the form asks for; answers with the number to hand out, or with nothing. */
    private String done(Actor actor, String study, ParticipantCode code, Form form) {
        switch (form.value("act")) {
            case "return" -> {
                String number = form.required("number");
                int units = form.whole("units");
                form.complete();
                takeReturn.take(actor, study, code, number, units);
                return "";
            }
            case "write-off" -> {
                String number = form.required("broken");
                Step what = KitsPage.what(form);
                String reason = form.required("reason");
                form.complete();
                writeOff.writeOff(actor, study, number, what, reason);
                return "";
            }
            case "instead" -> {
                return handOut.instead(actor, study, code, form.value("replaces"));
            }
            default -> {
                String visit = form.required("visit");
                form.complete();
                return handOut.atVisit(actor, study, code, visit);
            }
        }
    }

    private JteModel page(String id, ParticipantCode code, String handedOut, Form form) {
        Actor actor = currentActor.actor();
        List<Kit> had = kits.of(actor, id, code);
        Participant participant = participants.find(actor, id, code);
        Study study = studies.at(id, participant.site()).study();
        Screen screen = screens.in(id);
        String own = "/studies/" + id + "/participants/" + code;
        boolean handles = permission.allows(actor, Right.HANDLE_KITS, id, participant.site());
        return pages.kitsParticipantKits(
                screen,
                form,
                new ParticipantKitsSheet(
                        code.value(),
                        own + "/kits",
                        own,
                        study.conduct().kits().orElseThrow().prefix(),
                        had.stream().map(Kit::number).filter(handedOut::equals).findFirst(),
                        had.stream().map(kit -> line(study, kit, screen)).toList(),
                        participant.reached(Stage.RANDOMISED) ? visits(study, had, screen) : List.of(),
                        had.stream()
                                .filter(kit -> kit.failed() && !isReplaced(kit, had))
                                .map(Kit::number)
                                .toList(),
                        handles));
    }

    private static boolean isReplaced(Kit kit, List<Kit> had) {
        return had.stream().anyMatch(other -> other.step(Step.ASSIGNED)
                .filter(done -> done.replaces().equals(kit.number()))
                .isPresent());
    }

    private static List<ParticipantKitsSheet.Visit> visits(Study study, List<Kit> had, Screen screen) {
        return study.conduct().kits().orElseThrow().visits().stream()
                .filter(visit -> had.stream().noneMatch(kit -> kit.visit().equals(visit)))
                .map(visit -> new ParticipantKitsSheet.Visit(visit, screen.in(Labels.event(study, visit))))
                .toList();
    }

    private static ParticipantKitsSheet.Line line(Study study, Kit kit, Screen screen) {
        String visit = kit.visit().equals(AssignKit.AT_RANDOMISATION)
                ? screen.t("kits.at-randomisation")
                : screen.in(Labels.event(study, kit.visit()));
        return new ParticipantKitsSheet.Line(
                kit.number(),
                visit,
                kit.step(Step.ASSIGNED)
                        .map(done -> screen.texts().moment(done.at(), study.zone()))
                        .orElse("–"),
                KitsReading.state(kit, screen.texts()),
                KitsReading.tone(kit),
                kit.step(Step.RETURNED)
                        .flatMap(Done::units)
                        .map(String::valueOf)
                        .orElse("–"));
    }
}
