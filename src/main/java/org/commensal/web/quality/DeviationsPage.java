package org.commensal.web.quality;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.DeviationRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Paging;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** The deviations from the protocol, recorded and told by facts in one list, the last first. */
@ApplicationScoped
@Path("/studies/{study}/deviations")
@Produces(MediaType.TEXT_HTML)
public class DeviationsPage {

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
    StudyRegister studies;

    @Inject
    DeviationRegister deviations;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @BeanParam DeviationsAsked asked,
            @QueryParam("page") @Nullable String numbered) {
        Actor actor = currentActor.actor();
        int total = deviations.count(actor, id, asked.filter());
        int page = Paging.within(Paging.number(numbered), SIZE, total);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        DeviationWords words = new DeviationWords(study, screen.texts());
        String base = "/studies/" + id + "/deviations";
        return pages.qualityDeviations(
                screen,
                new DeviationList(
                        base,
                        asked,
                        kinds(screen),
                        words.categories(),
                        QueriesPage.sites(study, permission.sites(actor, Right.SEE_DEVIATIONS, id)),
                        deviations.list(actor, id, asked.filter(), page, SIZE).stream()
                                .map(words::row)
                                .toList(),
                        new Paging(page, SIZE, total, (page + 1) * SIZE < total, asked.address(base) + "&page="),
                        offered(actor, Right.RECORD_DEVIATION, id, "/studies/" + id + "/deviation"),
                        offered(actor, Right.EXPORT_LISTS, id, asked.address(base + ".csv"))));
    }

    private static List<Choice> kinds(Screen screen) {
        return DeviationsAsked.KINDS.stream()
                .map(kind -> new Choice(kind, screen.t("deviation.show." + kind)))
                .toList();
    }

    private Optional<String> offered(Actor actor, Right right, String study, String address) {
        return permission.allowsSomewhere(actor, right, study) ? Optional.of(address) : Optional.empty();
    }
}
