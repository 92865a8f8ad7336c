package org.commensal.web.studies;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The protocol of a study, for everybody who takes part in it. */
@ApplicationScoped
@Path("/studies/{study}/protocol")
@Produces(MediaType.TEXT_HTML)
public class ProtocolPage {

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

    @GET
    public JteModel show(@PathParam("study") String id) {
        Actor actor = currentActor.actor();
        PublishedStudy published = studies.get(actor, id);
        Screen screen = screens.in(id);
        return pages.studiesProtocol(
                screen,
                new ProtocolReading(
                                published.study(),
                                screen.texts(),
                                permission.allowsSomewhere(actor, Right.SEE_AMENDMENTS, id))
                        .sheet(published, studies.versions(actor, id)),
                CopyLinks.of(
                        published.study(), permission.allows(actor, Right.PUBLISH_STUDY, id, "*"), screen.texts()));
    }
}
