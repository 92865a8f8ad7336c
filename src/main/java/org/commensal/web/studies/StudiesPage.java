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
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.ParticipantRegister.Filter;
import org.commensal.enrolment.Stage;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.randomisation.ActivateStudy;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.PublishedStudy.State;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;

/** The studies of this server: version, state, commitment; an administrator activates them here. */
@ApplicationScoped
@Path("/studies")
@Produces(MediaType.TEXT_HTML)
public class StudiesPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    Workplace workplace;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    ActivateStudy activate;

    @GET
    public JteModel show() {
        Screen screen = screens.aboveStudies();
        Actor actor = currentActor.actor();
        return pages.studiesStudies(
                screen,
                new StudyList(
                        studies.list(actor).stream()
                                .map(study -> row(actor, study, screen.texts()))
                                .toList(),
                        permission.allows(actor, Right.PUBLISH_STUDY, "*", "*")));
    }

    @POST
    @Path("{study}/activation")
    public Response activate(@PathParam("study") String study) {
        activate.activate(currentActor.actor(), study);
        return Screens.seeOther("/studies");
    }

    private StudyList.Row row(Actor actor, PublishedStudy published, Texts texts) {
        String id = published.study().id();
        boolean waits = studies.opening(id).commitment().isEmpty();
        boolean follows = permission.allowsSomewhere(actor, Right.SEE_PARTICIPANTS, id);
        boolean prepares = waits && permission.allows(actor, Right.SEE_GO_LIVE, id, "*");
        boolean changes =
                !published.state().next().isEmpty() && permission.allows(actor, Right.CHANGE_STUDY_STATE, id, "*");
        return new StudyList.Row(
                id,
                texts.in(published.study().title()),
                published.study().version(),
                Words.of(published.state(), texts),
                published.state() == State.ACTIVE ? Tone.TEAL : Tone.AMBER,
                texts.moment(published.publishedAt(), ZoneOffset.UTC) + " UTC",
                published.hash(),
                published.commitment(),
                follows ? Optional.of(counts(actor, published)) : Optional.empty(),
                workplace.of(actor, id),
                prepares ? Optional.of("/studies/" + id + "/go-live") : Optional.empty(),
                changes ? Optional.of("/studies/" + id + "/state") : Optional.empty());
    }

    private StudyList.Counts counts(Actor actor, PublishedStudy published) {
        Map<Stage, Integer> at = participants.counts(actor, published.study().id(), Filter.everything());
        int randomised = at.getOrDefault(Stage.RANDOMISED, 0);
        int enrolled = randomised + at.getOrDefault(Stage.ENROLLED, 0);
        int screened = at.values().stream().mapToInt(Integer::intValue).sum();
        return new StudyList.Counts(
                screened, enrolled, randomised, published.study().target());
    }
}
