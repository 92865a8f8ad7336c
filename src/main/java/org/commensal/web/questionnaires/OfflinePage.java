package org.commensal.web.questionnaires;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.commensal.pages.Templates;
import org.commensal.web.Screens;

/** What a phone takes in while it has a network, to go on without one: the forms of its participant, and an empty page. */
@ApplicationScoped
@Path("/today/offline")
public class OfflinePage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    OfflineForms forms;

    /** What can be filled in now and in the days to come, with what it takes to ask it without the server. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String forms() {
        return forms.of(owners.require(), screens.plain()).toString();
    }

    /** The page that the phone fills from the forms: the same for every participant, with nobody's answers in it. */
    @GET
    @Path("page")
    @Produces(MediaType.TEXT_HTML)
    public JteModel page() {
        owners.require();
        return pages.questionnairesOffline(screens.plain().at("/today"));
    }
}
