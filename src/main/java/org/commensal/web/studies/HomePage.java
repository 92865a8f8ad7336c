package org.commensal.web.studies;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.SetUp;
import org.commensal.kernel.Actor;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screens;
import org.commensal.web.questionnaires.DiaryOwner;

/** Sends everybody to where their work is. */
@ApplicationScoped
@Path("/")
@PermitAll
public class HomePage {

    @Inject
    CurrentActor currentActor;

    @Inject
    Workplace workplace;

    @Inject
    StudyRegister studies;

    @Inject
    DiaryOwner owner;

    @Inject
    SetUp setUp;

    @GET
    public Response home() {
        return Screens.seeOther(currentActor.optional().map(this::homeOf).orElseGet(this::door));
    }

    private String door() {
        return setUp.isOpen() ? "/setup" : "/sign-in";
    }

    private String homeOf(Actor actor) {
        Optional<String> diary = owner.of(actor).map(owner::firstThingToDo);
        if (diary.isPresent()) {
            return diary.get();
        }
        List<PublishedStudy> seen = studies.list(actor);
        return seen.size() == 1 ? workplace.of(actor, seen.get(0).study().id()).orElse("/studies") : "/studies";
    }
}
