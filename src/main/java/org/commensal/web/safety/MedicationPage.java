package org.commensal.web.safety;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.safety.medication.MedicationRegister;
import org.commensal.safety.medication.Medicine;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** The medicines of the participants of a study, by participant. */
@ApplicationScoped
@Path("/studies/{study}/medication")
@Produces(MediaType.TEXT_HTML)
public class MedicationPage {

    private static final int SIZE = 50;

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    MedicationRegister medication;

    @GET
    public JteModel show(@PathParam("study") String id, @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        List<Medicine> all = medication.list(actor, id);
        Screen screen = screens.in(id);
        String base = "/studies/" + id;
        int page = Paging.within(Paging.number(numbered), SIZE, all.size());
        return pages.safetyMedication(
                screen,
                base,
                all.stream()
                        .skip((long) page * SIZE)
                        .limit(SIZE)
                        .map(medicine -> MedicineLine.of(medicine, screen.texts()))
                        .toList(),
                new Paging(page, SIZE, all.size(), (page + 1) * SIZE < all.size(), base + "/medication?page="),
                permission.allowsSomewhere(actor, Right.EXPORT_LISTS, id));
    }
}
