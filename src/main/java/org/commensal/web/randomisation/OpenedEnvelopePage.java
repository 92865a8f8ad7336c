package org.commensal.web.randomisation;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.EnterEnvelope;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.Screens;

/** Where the site enters that an envelope was opened for a participant. Somebody else signs. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/envelope")
@Produces(MediaType.TEXT_HTML)
public class OpenedEnvelopePage {

    private static final Text WHEN = new Text(
            "Give the date and the time at which it was opened.", "Vul de datum en de tijd in waarop die is geopend.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    EnterEnvelope requests;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response request(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(actor, Right.RANDOMISE, study, code);
        Form form = Form.of(sent);
        try {
            int envelope = form.whole("envelope");
            Instant openedAt = moment(form, studies.get(actor, study).study().zone());
            String reason = form.required("reason");
            form.complete();
            AllocationRequest asked = requests.enter(actor, study, code, envelope, openedAt, reason, form.value("key"));
            return Screens.seeOther("/studies/" + study + "/allocation-requests/" + asked.id());
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    /** As a browser sends it, by the clock of the study. */
    private static Instant moment(Form form, ZoneId zone) {
        try {
            return LocalDateTime.parse(form.required("openedAt")).atZone(zone).toInstant();
        } catch (DateTimeException malformed) {
            form.fault("openedAt", WHEN);
            return Instant.EPOCH;
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        participants.find(currentActor.actor(), Right.RANDOMISE, study, code);
        String key = Optional.of(form.value("key"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        return pages.randomisationOpenedEnvelope(
                screens.in(study),
                form,
                new AllocationRequestForm(code.value(), "/studies/" + study + "/participants/" + code, key));
    }
}
