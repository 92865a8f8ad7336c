package org.commensal.web.access;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.commensal.pages.Templates;
import org.commensal.web.Screens;

/** The way to another PIN from the diary: the phone knows the link, or the participant opens it. */
@ApplicationScoped
@Path("/another-pin")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class OwnPinPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @GET
    public Response show(@Context HttpHeaders headers) {
        Optional<String> token = LinkCookie.token(headers);
        JteModel page = pages.accessOwnPin(screens.plain());
        return token.map(known -> Screens.seeOther("/p/" + known + "/another-pin"))
                .orElseGet(() -> Screens.shown(page));
    }
}
