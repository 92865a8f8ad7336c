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
import java.util.Optional;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.RequestForcedAllocation;
import org.commensal.web.Form;
import org.commensal.web.Screens;

/** Where the site asks that a participant is given the arm of another one. Somebody else decides. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/forced-allocation")
@Produces(MediaType.TEXT_HTML)
public class ForcedAllocationPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    RequestForcedAllocation requests;

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
            ParticipantCode follows = code(form, "follows", code);
            String reason = form.required("reason");
            form.complete();
            AllocationRequest asked = requests.request(actor, study, code, follows, reason, form.value("key"));
            return Screens.seeOther("/studies/" + study + "/allocation-requests/" + asked.id());
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private static ParticipantCode code(Form form, String field, ParticipantCode otherwise) {
        try {
            return ParticipantCode.parse(form.required(field));
        } catch (Refusal malformed) {
            form.fault(field, malformed.text());
            return otherwise;
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        participants.find(currentActor.actor(), Right.RANDOMISE, study, code);
        String key = Optional.of(form.value("key"))
                .filter(sent -> !sent.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        return pages.randomisationForcedAllocation(
                screens.in(study),
                form,
                new AllocationRequestForm(code.value(), "/studies/" + study + "/participants/" + code, key));
    }
}
