package org.commensal.web.access;

import gg.jte.models.runtime.JteModel;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/**
 * What to do without a link or a PIN. Whoever asks is not known, so this tells of each study no more than its title and
 * how its sites are reached, where the study says that.
 */
@ApplicationScoped
@Path("/lost-link")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LostLinkPage {

    /** A study, and how each of its sites is reached. */
    public record Reached(String study, List<Pair> sites) {}

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    StudyRegister studies;

    @GET
    public JteModel show() {
        Screen screen = screens.plain();
        List<Reached> reached = studies.collecting().stream()
                .map(study -> new Reached(screen.in(study.title()), sites(study)))
                .filter(study -> !study.sites().isEmpty())
                .toList();
        return pages.accessLostLink(screen, reached);
    }

    private static List<Pair> sites(Study study) {
        return study.sites().stream()
                .flatMap(site -> site.contact().map(contact -> new Pair(site.name(), contact)).stream())
                .toList();
    }
}
