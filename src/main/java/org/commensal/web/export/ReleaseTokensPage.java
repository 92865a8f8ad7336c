package org.commensal.web.export;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.ReleaseTokens;
import org.commensal.export.GiveReleaseToken;
import org.commensal.export.Release;
import org.commensal.export.Releases;
import org.commensal.export.release.Specification.Arms;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.export.ReleaseTokenSheet.Shown;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tokens with which R and Python read one dataset. A new one is the answer to the form and has no address. */
@ApplicationScoped
@Path("/studies/{study}/releases/{release}/tokens")
@Produces(MediaType.TEXT_HTML)
public class ReleaseTokensPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    StudyRegister studies;

    @Inject
    Releases releases;

    @Inject
    GiveReleaseToken tokens;

    @Inject
    @ConfigProperty(name = "app.origin")
    String origin;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("release") UUID id) {
        return page(study, id, Form.empty(), Optional.empty());
    }

    @POST
    public Response make(
            @PathParam("study") String study, @PathParam("release") UUID id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            Actor maker = currentActor.withoutToken().actor();
            String label = form.required("label");
            int days = form.whole("days");
            form.complete();
            ReleaseTokens.Made made = tokens.make(maker, study, id, label, Duration.ofDays(days));
            return Response.ok(page(study, id, Form.empty(), Optional.of(Shown.of(made.token(), origin + "/api/"))))
                    .build();
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, id, form.refused(refusal), Optional.empty()));
        }
    }

    @POST
    @Path("{releaseToken}/revocation")
    public Response revoke(
            @PathParam("study") String study, @PathParam("release") UUID id, @PathParam("releaseToken") UUID token) {
        tokens.revoke(currentActor.actor(), study, id, token);
        return Screens.seeOther("/studies/" + study + "/releases/" + id + "/tokens");
    }

    private JteModel page(String study, UUID id, Form form, Optional<Shown> made) {
        Actor actor = currentActor.actor();
        Screen screen = screens.in(study);
        Release release = releases.get(actor, study, id);
        ZoneId zone = studies.get(actor, study).study().zone();
        ReleaseTokenSheet sheet = new ReleaseTokenSheet(
                "/studies/" + study + "/releases/" + id,
                release.name(),
                release.specification().arms() == Arms.NAMED,
                tokens.list(actor, study, id).stream()
                        .map(token -> new ReleaseTokenSheet.Held(
                                token.id().toString(),
                                token.label(),
                                token.by(),
                                screen.texts().moment(token.expires(), zone)))
                        .toList(),
                made);
        return pages.exportReleaseTokens(screen, form, sheet);
    }
}
