package org.commensal.web.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.randomisation.Confirmations;
import org.commensal.randomisation.Confirmations.Confirmation;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.web.Pair;
import org.commensal.web.Pdf;
import org.commensal.web.Screens;
import org.commensal.web.Texts;

/**
 * The confirmation of a randomisation as a file: without the arm for everybody who may see the participant, with it for
 * those who may see the arm, which is recorded each time.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/randomisation/confirmation.pdf")
@Produces(MediaType.WILDCARD)
public class ConfirmationPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Confirmations confirmations;

    @Inject
    RevealAllocation reveal;

    @GET
    public Response confirm(@PathParam("study") String study, @PathParam("code") String code) {
        Confirmation made = confirmations.of(currentActor.actor(), study, ParticipantCode.parse(code));
        return pdf(made, Optional.empty());
    }

    @POST
    public Response confirmWithArm(@PathParam("study") String study, @PathParam("code") String typed) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        Confirmation made = confirmations.of(actor, study, code);
        ArmDescription arm = reveal.reveal(actor, study, code);
        Texts texts = Texts.in(screens.language());
        return pdf(made, Optional.of(new Pair(texts.in(arm.name()), texts.in(arm.description()))));
    }

    private Response pdf(Confirmation made, Optional<Pair> group) {
        Texts texts = Texts.in(screens.language());
        String name = "randomisation-" + made.participant().code() + (group.isPresent() ? "-group" : "") + ".pdf";
        return Pdf.of(name, pages.randomisationConfirmation(ConfirmationSheet.of(made, group, texts)), made.at());
    }
}
