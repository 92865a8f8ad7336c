package org.commensal.web.imports;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.access.CurrentActor;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** The files of results that a study takes, a form to try one, and what was imported. */
@ApplicationScoped
@Path("/studies/{study}/imports")
@Produces(MediaType.TEXT_HTML)
public class ImportsPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ImportsReading reading;

    @GET
    public JteModel show(@PathParam("study") String study) {
        return page(study, "", Form.empty());
    }

    /** @param tried the import whose file was refused as a whole */
    JteModel page(String study, String tried, Form form) {
        ImportsSheet sheet =
                reading.read(currentActor.actor(), study, screens.in(study).texts());
        Screen screen = screens.in(study).at("/studies/" + study + "/imports");
        return pages.importsImports(screen, form, tried, sheet);
    }
}
