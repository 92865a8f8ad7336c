package org.commensal.web.quality;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.quality.Deviation;
import org.commensal.quality.Deviation.Account;
import org.commensal.quality.RecordDeviation;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.jspecify.annotations.Nullable;

/** Where a deviation from the protocol is recorded, of a participant or of a site as a whole. */
@ApplicationScoped
@Path("/studies/{study}/deviation")
@Produces(MediaType.TEXT_HTML)
public class RecordDeviationPage {

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
    UnblindingRegister unblindings;

    @Inject
    RecordDeviation record;

    @GET
    public JteModel show(@PathParam("study") String study, @QueryParam("participant") @Nullable String code) {
        MultivaluedMap<String, String> filled = new MultivaluedHashMap<>();
        Optional.ofNullable(code).ifPresent(known -> filled.add("participant", known));
        return page(study, Form.of(filled));
    }

    @POST
    public Response record(@PathParam("study") String study, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            Account account = DeviationForm.account(form);
            Optional<ParticipantCode> participant = Optional.of(
                            form.value("participant").strip())
                    .filter(code -> !code.isEmpty())
                    .map(ParticipantCode::parse);
            Deviation recorded = record.record(
                    currentActor.actor(),
                    study,
                    id(form).orElseGet(UUID::randomUUID),
                    participant,
                    form.value("site"),
                    account);
            return Screens.seeOther("/studies/" + study + "/deviations/" + recorded.id());
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, form.refused(refusal)));
        }
    }

    private static Optional<UUID> id(Form form) {
        try {
            return Optional.of(UUID.fromString(form.value("_deviation")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private JteModel page(String id, Form form) {
        Actor actor = currentActor.actor();
        permission.requireSomewhere(actor, Right.RECORD_DEVIATION, id);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        List<Choice> sites = study.sites().stream()
                .filter(site -> permission.allows(actor, Right.RECORD_DEVIATION, id, site.code()))
                .map(site -> new Choice(site.code(), site.name()))
                .toList();
        return pages.qualityRecordDeviation(
                screen,
                form,
                "/studies/" + id,
                id(form).orElseGet(UUID::randomUUID).toString(),
                sites,
                new DeviationWords(study, screen.texts()).categories(),
                DeviationForm.codeBreaks(unblindings.list(actor, id), Optional.empty(), screen.texts(), study.zone()));
    }
}
