package org.commensal.web.unblinding;

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
import java.util.ArrayList;
import java.util.List;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.DecideUnblinding;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Outcome;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Done;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Labels;
import org.commensal.web.Pair;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/** One code break or unblinding; where another person reviews, approves or refuses it. */
@ApplicationScoped
@Path("/studies/{study}/unblindings/{unblinding}")
@Produces(MediaType.TEXT_HTML)
public class UnblindingPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    UnblindingRegister register;

    @Inject
    DecideUnblinding decide;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("unblinding") String unblinding) {
        return page(study, unblinding, Form.empty());
    }

    @POST
    public Response decide(
            @PathParam("study") String study, @PathParam("unblinding") String id, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        Unblinding unblinding = register.get(actor, study, Ids.uuid(id));
        permission.require(actor, register.toDecide(unblinding), study);
        Form form = Form.of(sent);
        try {
            Outcome outcome = UnblindingForm.outcome(form, unblinding.kind());
            String note = form.required("note");
            if (unblinding.kind() == Kind.EMERGENCY) {
                form.complete();
                decide.review(actor, study, unblinding.participants().get(0).code(), unblinding.id(), outcome, note);
            } else {
                String password = form.secret("password");
                form.complete();
                AskAgain.Proof proof = again.proof(password);
                decide.decide(actor, study, unblinding.id(), outcome, note, proof);
            }
            return Screens.seeOther("/studies/" + study + "/unblindings/" + id);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, id, form.refused(refusal)));
        }
    }

    private JteModel page(String id, String unblindingId, Form form) {
        Actor actor = currentActor.actor();
        Unblinding unblinding = register.get(actor, id, Ids.uuid(unblindingId));
        Study study = studies.get(actor, id).study();
        Screen screen = screens.in(id);
        boolean decides = register.decides(actor, unblinding);
        return pages.unblindingUnblinding(
                screen,
                form,
                new UnblindingSheet(
                        UnblindingLine.of(unblinding, register.state(unblinding), study, screen.texts()),
                        "/studies/" + id + "/unblindings",
                        facts(unblinding, study, screen),
                        done(unblinding, study, screen.texts()),
                        decides ? UnblindingForm.outcomes(unblinding.kind(), screen.texts()) : List.of(),
                        unblinding.kind() == Kind.PLANNED));
    }

    private static List<Pair> facts(Unblinding unblinding, Study study, Screen screen) {
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair(screen.t("participants"), UnblindingLine.codes(unblinding)));
        facts.add(new Pair(
                screen.t("unblinding.category"),
                screen.t("unblinding.category." + unblinding.category().code())));
        facts.add(new Pair(
                screen.t("unblinding.shown-to"),
                String.join(
                        ", ",
                        unblinding.shownTo().stream()
                                .map(Unblinding.Somebody::name)
                                .toList())));
        unblinding
                .event()
                .map(key -> screen.in(Labels.event(study, key.replaceFirst("/.*", ""), key)))
                .ifPresent(event -> facts.add(new Pair(screen.t("code-break.event"), event)));
        if (unblinding.kind() == Kind.EMERGENCY) {
            facts.add(new Pair(
                    screen.t("unblinding.review-until"),
                    screen.texts().moment(unblinding.reviewUntil(), study.zone())));
        }
        return facts;
    }

    private static List<Done> done(Unblinding unblinding, Study study, Texts texts) {
        List<Done> done = new ArrayList<>();
        done.add(new Done(
                texts.get("unblinding.done." + Words.code(unblinding.kind())),
                unblinding.reason(),
                unblinding.by().name(),
                texts.moment(unblinding.at(), study.zone())));
        unblinding
                .decided()
                .ifPresent(made -> done.add(new Done(
                        texts.get("unblinding.outcome." + made.outcome().code()),
                        made.note(),
                        made.by().name(),
                        texts.moment(made.at(), study.zone()))));
        return done;
    }
}
