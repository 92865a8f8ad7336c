package org.commensal.web.quality;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
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
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.MissingData.Missing;
import org.commensal.quality.MissingDataRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Labels;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/** Of whom a form of a visit is missing, and where the site is asked about it. */
@ApplicationScoped
@Path("/studies/{study}/missing-forms")
@Produces(MediaType.TEXT_HTML)
public class MissingFormsPage {

    /** @param raise where a query about it is raised, for those who may */
    public record Row(String code, String href, String due, String site, boolean explained, Optional<String> raise) {}

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
    MissingDataRegister register;

    @GET
    public JteModel show(
            @PathParam("study") String id,
            @QueryParam("event") @DefaultValue("") String event,
            @QueryParam("form") @DefaultValue("") String form,
            @QueryParam("site") @DefaultValue("") String site) {
        Actor actor = currentActor.actor();
        List<Missing> missing = register.missing(actor, id, event, form).stream()
                .filter(each -> site.isEmpty() || each.site().equals(site))
                .toList();
        if (studies.everInForce(id).values().stream().noneMatch(version -> asks(version, event, form))) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND);
        }
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        String title =
                MissingDataPage.title(study, form, screen.texts()) + " · " + screen.in(Labels.event(study, event));
        return pages.qualityMissingForms(
                screen,
                title,
                "/studies/" + id + "/missing-data",
                missing.stream()
                        .map(each -> row(actor, each, study, screen.texts()))
                        .toList());
    }

    private static boolean asks(Study version, String event, String form) {
        return version.schedule().visits().stream()
                .filter(visit -> visit.code().equals(event))
                .flatMap(visit -> visit.forms().stream())
                .anyMatch(asked -> asked.form().equals(form));
    }

    private Row row(Actor actor, Missing missing, Study study, Texts texts) {
        String participant = "/studies/" + study.id() + "/participants/" + missing.participant();
        return new Row(
                missing.participant().value(),
                participant,
                texts.dayOfYear(missing.due()),
                study.site(missing.site()).name(),
                missing.explained(),
                permission.allows(actor, Right.RAISE_QUERY, study.id(), missing.site())
                        ? Optional.of(participant + "/query?about=" + missing.task())
                        : Optional.empty());
    }
}
