package org.commensal.web.access;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.commensal.access.Invitations;
import org.commensal.access.Person;
import org.commensal.access.SignIn;
import org.commensal.access.SignedIn;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.web.ClientAddress;
import org.commensal.web.Form;
import org.commensal.web.Screens;

/** Where somebody who was invited chooses a password, and is signed in with it. */
@ApplicationScoped
@Path("/invitation")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class InvitationPage {

    private static final Text DIFFERS = new Text(
            "This is not the same password. Type it once more.",
            "Dit is niet hetzelfde wachtwoord. Typ het nog een keer.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    Invitations invitations;

    @Inject
    SignIn signIn;

    @Inject
    ClientAddress address;

    @Inject
    Entrance entrance;

    @GET
    public JteModel show(@QueryParam("token") @DefaultValue("") String token) {
        return pages.accessChoosePassword(screens.plain(), Form.empty(), token);
    }

    @POST
    public Response choose(MultivaluedMap<String, String> sent, @Context HttpServletRequest request) {
        Form form = Form.of(sent);
        String token = form.value("token");
        try {
            String password = form.secret("password");
            if (!form.value("again").equals(password)) {
                form.fault("again", DIFFERS);
            }
            form.complete();
            Person person = invitations.accept(token, password);
            SignedIn session = signIn.signIn(person.signIn(), password, address.of(request));
            return entrance.open(session, "/", request).build();
        } catch (Refusal refusal) {
            return Screens.again(refusal, pages.accessChoosePassword(screens.plain(), form.refused(refusal), token));
        }
    }
}
