package org.commensal.web.access;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Person;
import org.commensal.access.Phone;
import org.commensal.access.SignedIn;
import org.commensal.enrolment.AdmitParticipant;
import org.commensal.enrolment.AdmitParticipant.Door;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.web.ClientAddress;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/**
 * Where a personal link leads: a participant chooses a PIN the first time, types it from then on, and may choose another.
 *
 * <p>Whoever has the link alone sees a field for a PIN, and nothing of the participant or the study. Opening the link
 * changes nothing, so a program that looks through mail may do it.
 */
@ApplicationScoped
@Path("/p/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PersonalLinkPage {

    private static final Text DIFFERS = new Text(
            "These are two different PINs. Type the same PIN twice.",
            "Dit zijn twee verschillende pincodes. Typ twee keer dezelfde.");
    private static final Text WHOSE = new Text("Say whose phone this is.", "Kies van wie deze telefoon is.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    AdmitParticipant admit;

    @Inject
    CurrentActor currentActor;

    @Inject
    ClientAddress address;

    @Inject
    Entrance entrance;

    @GET
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
        Optional<Person> owner = admit.owner(token);
        boolean isInAlready = owner.isPresent()
                && currentActor
                        .optional()
                        .map(actor -> actor.id().equals(owner.get().id()))
                        .orElse(false);
        if (isInAlready) {
            return Screens.seeOther("/");
        }
        boolean own = LinkCookie.token(headers).filter(token::equals).isPresent();
        return page(admit.door(token), token, Form.empty(), own ? "own" : "");
    }

    @POST
    @Path("pin")
    public Response choose(
            @PathParam("token") String token,
            MultivaluedMap<String, String> sent,
            @Context HttpServletRequest request) {
        Form form = Form.of(sent);
        try {
            String pin = form.secret("pin");
            if (!form.value("again").strip().equals(pin.strip())) {
                form.fault("again", DIFFERS);
            }
            Phone phone = phone(form);
            form.complete();
            admit.choosePin(token, pin);
            return enter(token, pin, phone, request);
        } catch (Refusal refusal) {
            return again(token, form, refusal);
        }
    }

    @POST
    public Response enter(
            @PathParam("token") String token,
            MultivaluedMap<String, String> sent,
            @Context HttpServletRequest request) {
        Form form = Form.of(sent);
        try {
            String pin = form.secret("pin");
            Phone phone = phone(form);
            form.complete();
            return enter(token, pin, phone, request);
        } catch (Refusal refusal) {
            return again(token, form, refusal);
        }
    }

    /** Where another PIN is chosen by whoever knows the one before. */
    @GET
    @Path("another-pin")
    public Response ask(@PathParam("token") String token) {
        return admit.door(token) == Door.ENTER ? change(token, Form.empty()) : Screens.seeOther("/p/" + token);
    }

    @POST
    @Path("another-pin")
    public Response change(
            @PathParam("token") String token,
            MultivaluedMap<String, String> sent,
            @Context HttpServletRequest request) {
        Form form = Form.of(sent);
        try {
            String old = form.secret("old");
            String pin = form.secret("pin");
            if (!form.value("again").strip().equals(pin.strip())) {
                form.fault("again", DIFFERS);
            }
            Phone phone = phone(form);
            form.complete();
            admit.changePin(token, old, pin, address.of(request));
            return enter(token, pin, phone, request);
        } catch (Refusal refusal) {
            return admit.door(token) == Door.ENTER
                    ? Screens.again(refusal, (JteModel)
                            change(token, form.refused(refusal)).getEntity())
                    : again(token, form, refusal);
        }
    }

    private Response change(String token, Form form) {
        Screen screen = screens.plain(admit.owner(token).map(Person::language)).at("/p/" + token + "/another-pin");
        return Screens.shown(pages.accessAnotherPin(screen, form, token, form.value("phone")));
    }

    private Response enter(String token, String pin, Phone phone, HttpServletRequest request) {
        SignedIn session = admit.enter(token, pin, address.of(request), phone);
        return entrance.open(session, "/", request)
                .cookie(phone == Phone.OWN ? LinkCookie.of(token) : LinkCookie.none())
                .build();
    }

    private static Phone phone(Form form) {
        String whose = form.value("phone");
        if (!whose.equals("own") && !whose.equals("shared")) {
            form.fault("phone", WHOSE);
        }
        return whose.equals("own") ? Phone.OWN : Phone.SHARED;
    }

    /** The page as it is now: a first PIN that somebody else chose meanwhile is asked for, and so on. */
    private Response again(String token, Form form, Refusal refusal) {
        Response page = page(admit.door(token), token, form.refused(refusal), form.value("phone"));
        return page.getStatus() == Response.Status.OK.getStatusCode()
                ? Screens.again(refusal, (JteModel) page.getEntity())
                : page;
    }

    private Response page(Door door, String token, Form form, String phone) {
        Screen screen = screens.plain(admit.owner(token).map(Person::language)).at("/p/" + token);
        return switch (door) {
            case CHOOSE -> Screens.shown(pages.accessChoosePin(screen, form, token, phone));
            case ENTER -> Screens.shown(pages.accessPin(screen, form, token, phone));
            case BLOCKED -> stopped(403, screen, "link.blocked", "link.blocked.why");
            case ENDED -> stopped(409, screen, "link.ended", "link.ended.why");
            case GONE -> stopped(404, screen, "link.gone", "link.gone.why");
        };
    }

    private Response stopped(int status, Screen screen, String title, String why) {
        boolean over = status == Response.Status.CONFLICT.getStatusCode();
        return Response.fromResponse(
                        Screens.shown(pages.accessLinkStopped(screen, screen.t(title), screen.t(why), !over)))
                .status(status)
                .build();
    }
}
