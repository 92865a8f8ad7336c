package org.commensal.web.studies;

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
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.studies.ChangeStudyState;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.RecordRegister.Unfinished;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Words;

/** Where an administrator puts recruitment on hold, resumes it, closes it, or locks the data. */
@ApplicationScoped
@Path("/studies/{study}/state")
@Produces(MediaType.TEXT_HTML)
public class StatePage {

    private static final Text SURE =
            new Text("Say that you know what is not final yet.", "Geef aan dat u weet wat nog niet definitief is.");
    private static final Text CHOOSE = new Text("Choose what follows.", "Kies wat er volgt.");

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
    RecordRegister records;

    @Inject
    ChangeStudyState changes;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, Form.empty());
    }

    @POST
    public Response change(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        PublishedStudy published = studies.get(currentActor.actor(), study);
        try {
            State chosen = chosen(published, form);
            String reason = form.required("reason");
            if (chosen == State.LOCKED
                    && !form.ticked("sure")
                    && records.unfinished(study).isAnything()) {
                form.fault("sure", SURE);
            }
            form.complete();
            changes.change(currentActor.actor(), study, chosen, reason);
            return Screens.seeOther("/studies");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    private static State chosen(PublishedStudy published, Form form) {
        return published.state().next().stream()
                .filter(state -> Words.code(state).equals(form.value("state")))
                .findFirst()
                .orElseGet(() -> {
                    form.fault("state", CHOOSE);
                    return published.state();
                });
    }

    private JteModel page(String study, Form form) {
        permission.require(currentActor.actor(), Right.CHANGE_STUDY_STATE, study);
        Screen screen = screens.in(study);
        State now = studies.get(currentActor.actor(), study).state();
        return pages.studiesState(
                screen,
                form,
                new StateChoice(
                        "/studies/" + study + "/state",
                        Words.of(now, screen.texts()),
                        now.next().stream().map(next -> next(next, screen)).toList(),
                        now.next().contains(State.LOCKED) ? unfinished(study, screen) : Optional.empty()));
    }

    /** What whoever locks the data must know. */
    private Optional<String> unfinished(String study, Screen screen) {
        return Optional.of(records.unfinished(study))
                .filter(Unfinished::isAnything)
                .map(left -> screen.t("state.unfinished", left.forms(), left.unsigned(), left.unfrozen()));
    }

    private static StateChoice.Next next(State state, Screen screen) {
        String code = Words.code(state);
        return new StateChoice.Next(code, Words.of(state, screen.texts()), screen.t("state." + code + ".means"));
    }
}
