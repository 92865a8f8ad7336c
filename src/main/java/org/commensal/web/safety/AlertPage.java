package org.commensal.web.safety;

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
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.safety.AlertRegister;
import org.commensal.safety.HandleAlert;
import org.commensal.safety.RaisedAlert;
import org.commensal.safety.RaisedAlert.Step;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Done;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/** One alert about a participant, and where staff say what they did. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/alerts/{alert}")
@Produces(MediaType.TEXT_HTML)
public class AlertPage {

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
    AlertRegister alerts;

    @Inject
    HandleAlert handle;

    @Inject
    Clock clock;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("alert") String alert) {
        return page(study, ParticipantCode.parse(code), alert, Form.empty());
    }

    @POST
    public Response handle(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("alert") String alert,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        ParticipantCode participant = ParticipantCode.parse(code);
        Step step = form.value("step").equals(Words.code(Step.ACKNOWLEDGED)) ? Step.ACKNOWLEDGED : Step.RESOLVED;
        try {
            handle.handle(currentActor.actor(), study, participant, Ids.uuid(alert), step, form.value("note"));
            return Screens.seeOther("/studies/" + study + "/participants/" + participant);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, participant, alert, form.refused(refusal)));
        }
    }

    private JteModel page(String id, ParticipantCode code, String alert, Form form) {
        Actor actor = currentActor.actor();
        RaisedAlert raised = alerts.get(actor, id, code, Ids.uuid(alert));
        Study study = studies.get(actor, id).study();
        Screen screen = screens.in(id);
        boolean handles = permission.allows(actor, Right.HANDLE_ALERT, id, raised.site());
        return pages.safetyAlert(
                screen,
                form,
                new AlertSheet(
                        AlertLine.of(raised, study, clock.instant(), screen.texts()),
                        "/studies/" + id + "/participants/" + code,
                        facts(raised, study, screen),
                        raised.done().stream()
                                .map(done -> done(done, study, screen.texts()))
                                .toList(),
                        handles && raised.open() ? steps(raised, screen) : List.of()));
    }

    private static List<Pair> facts(RaisedAlert raised, Study study, Screen screen) {
        return List.of(
                new Pair(screen.t("alert.action"), screen.in(raised.rule().action())),
                new Pair(
                        screen.t("alert.who"),
                        screen.t("alert.who." + raised.rule().who())),
                new Pair(screen.t("alert.due"), screen.texts().moment(raised.due(), study.zone())),
                new Pair(screen.t("alert.raised"), screen.texts().moment(raised.raised(), study.zone())),
                new Pair(screen.t("alert.rule"), raised.rule().id()));
    }

    private static Done done(RaisedAlert.Done done, Study study, Texts texts) {
        return new Done(
                texts.get("alert." + Words.code(done.step())),
                done.note(),
                done.by(),
                texts.moment(done.at(), study.zone()));
    }

    private static List<AlertSheet.Step> steps(RaisedAlert raised, Screen screen) {
        return Stream.of(Step.RESOLVED, Step.ACKNOWLEDGED)
                .filter(step -> raised.step(step).isEmpty())
                .map(Words::code)
                .map(step -> new AlertSheet.Step(step, screen.t("alert." + step + ".do")))
                .toList();
    }
}
