package org.commensal.web.reminders;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.commensal.pages.Templates;
import org.commensal.reminders.ChooseReminders;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/**
 * Ends the reminders of a mail, or has them sent again, without signing in. To look changes nothing, since programs look
 * at the links of a mail; a mail program that ends them with one click posts here (RFC 8058).
 */
@ApplicationScoped
@Path("/unsubscribe/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class UnsubscribePage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    ChooseReminders choices;

    @GET
    public JteModel show(@PathParam("token") String token) {
        ChooseReminders.Choice choice = choices.chosenBy(token);
        return pages.remindersUnsubscribe(screens.plain(), choice.study(), choice.wanted());
    }

    /** @param reminders {@code on} has them sent again; anything else ends them */
    @POST
    public Response choose(@PathParam("token") String token, @FormParam("reminders") @Nullable String reminders) {
        choices.chooseBy(token, "on".equals(reminders));
        return Screens.shown(show(token));
    }
}
