package org.commensal.web.access;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.commensal.access.SignIn;
import org.commensal.access.SignedIn;
import org.commensal.enrolment.AdmitParticipant;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.ClientAddress;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** The door: name and password, and in a demonstration the accounts to choose from. */
@ApplicationScoped
@Path("/sign-in")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DemoDoor demo;

    @Inject
    SignIn signIn;

    @Inject
    ClientAddress address;

    @Inject
    Entrance entrance;

    @Inject
    AdmitParticipant admit;

    /** A phone that knows its owner's link asks for the PIN alone, unless it is asked {@code with} a password. */
    @GET
    public Response show(
            @QueryParam("back") @Nullable String back,
            @QueryParam("with") @Nullable String with,
            @Context HttpHeaders headers) {
        Optional<String> link = LinkCookie.token(headers).filter(admit::isLink);
        return with == null && link.isPresent()
                ? Screens.seeOther("/p/" + link.get())
                : Screens.shown(page(Form.empty(), AppearancePage.safe(back)));
    }

    @POST
    public Response enter(MultivaluedMap<String, String> sent, @Context HttpServletRequest request) {
        Form form = Form.of(sent);
        String back = AppearancePage.safe(form.value("back"));
        try {
            String demonstrated = form.value("demo");
            String name = demonstrated.isEmpty() ? form.required("name") : demonstrated;
            String password = demo.password(demonstrated).orElseGet(() -> form.secret("password"));
            form.complete();
            SignedIn session = signIn.signIn(name, password, address.of(request));
            return entrance.open(session, back, request).build();
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(form.refused(refusal), back));
        }
    }

    private JteModel page(Form form, String back) {
        Screen screen = screens.plain();
        return pages.accessSignIn(screen, form, back, demo.keys(screen.texts()));
    }
}
