package org.commensal.web.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.pages.Templates;
import org.commensal.web.Screens;

/** Says goodbye to somebody whose account ended with the use of their data. */
@ApplicationScoped
@Path("/stopped")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class StoppedPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @GET
    public JteModel show() {
        return pages.enrolmentStopped(screens.plain());
    }
}
