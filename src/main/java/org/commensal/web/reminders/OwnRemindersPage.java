package org.commensal.web.reminders;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.commensal.pages.Templates;
import org.commensal.reminders.ChooseReminders;
import org.commensal.reminders.OwnCalendar;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.questionnaires.DiaryOwner;
import org.jspecify.annotations.Nullable;

/** Where a participant ends reminders or has them sent again, and takes the visits along in a calendar. */
@ApplicationScoped
@Path("/reminders")
@Produces(MediaType.TEXT_HTML)
public class OwnRemindersPage {

    private static final String HERE = "/reminders";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    ChooseReminders choices;

    @Inject
    OwnCalendar calendars;

    @GET
    public JteModel show() {
        DiaryOwner.Owner owner = owners.require();
        Screen screen = screens.plain();
        String study = owner.study().id();
        Optional<String> calendar =
                calendars.address(owner.actor(), study, owner.code()).map(URI::toString);
        return pages.remindersOwn(
                screen,
                new OwnReminders(
                        choices.chosen(owner.actor(), study, owner.code()).map(ChooseReminders.Choice::wanted),
                        calendar,
                        calendar.map(address -> address.replaceFirst("^https?:", "webcal:"))),
                screen.texts().weekday(owners.today(owner)));
    }

    @POST
    public Response choose(@FormParam("reminders") @Nullable String wanted) {
        DiaryOwner.Owner owner = owners.require();
        choices.choose(owner.actor(), owner.study().id(), owner.code(), "on".equals(wanted));
        return Screens.seeOther(HERE);
    }

    @POST
    @Path("calendar")
    public Response calendar(@FormParam("calendar") @Nullable String wanted) {
        DiaryOwner.Owner owner = owners.require();
        if ("open".equals(wanted)) {
            calendars.open(owner.actor(), owner.study().id(), owner.code());
        } else {
            calendars.close(owner.actor(), owner.study().id(), owner.code());
        }
        return Screens.seeOther(HERE);
    }
}
