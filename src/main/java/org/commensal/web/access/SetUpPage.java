package org.commensal.web.access;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.commensal.access.SetUp;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screens;

/** Where the first administrator of a new server makes an account. */
@ApplicationScoped
@Path("/setup")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SetUpPage {

    /** The fields of this page by the names that the use case gives them. */
    private static final Map<String, String> FIELDS = Map.of("name", "display-name", "signIn", "name");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    SetUp setUp;

    @GET
    public JteModel show() {
        return pages.accessSetUp(screens.plain(), Form.empty());
    }

    @POST
    public Response make(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent, FIELDS);
        try {
            String token = form.secret("token");
            String name = form.required("name");
            String shown = form.required("display-name");
            String password = form.secret("password");
            form.complete();
            setUp.firstAdministrator(token, name, shown, password);
            return Screens.seeOther("/sign-in");
        } catch (Refusal refusal) {
            return Screens.again(refusal, pages.accessSetUp(screens.plain(), form.refused(refusal)));
        }
    }
}
