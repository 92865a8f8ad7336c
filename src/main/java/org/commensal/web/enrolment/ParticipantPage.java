package org.commensal.web.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.Identity;
import org.commensal.enrolment.IdentityVault;
import org.commensal.kernel.ParticipantCode;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.randomisation.RevealAllocation;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.enrolment.ParticipantReading.Besides;

/**
 * One participant: facts, eligibility, forms. Identity and allocation stay closed until somebody who may asks for them,
 * which is recorded; they are shown once, and not at an address that could be opened again.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}")
@Produces(MediaType.TEXT_HTML)
public class ParticipantPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantReading reading;

    @Inject
    IdentityVault vault;

    @Inject
    RevealAllocation allocations;

    @GET
    public JteModel show(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @QueryParam("reminders") @DefaultValue("") String reminders) {
        return page(study, ParticipantCode.parse(code), Besides.reminders(reminders.equals("all")));
    }

    @POST
    @Path("identity")
    public JteModel openIdentity(@PathParam("study") String study, @PathParam("code") String code) {
        ParticipantCode participant = ParticipantCode.parse(code);
        Identity identity = vault.read(currentActor.actor(), study, participant);
        Screen screen = screens.in(study);
        List<Pair> pairs = List.of(
                new Pair(screen.t("identity.name"), identity.name()),
                new Pair(screen.t("identity.email"), identity.email()),
                new Pair(screen.t("identity.phone"), identity.phone().isEmpty() ? "–" : identity.phone()),
                new Pair(screen.t("identity.birth-date"), screen.texts().day(identity.birthDate())));
        return page(study, participant, Besides.identity(pairs));
    }

    @POST
    @Path("allocation")
    public JteModel openAllocation(@PathParam("study") String study, @PathParam("code") String code) {
        ParticipantCode participant = ParticipantCode.parse(code);
        ArmDescription arm = allocations.reveal(currentActor.actor(), study, participant);
        Texts texts = screens.in(study).texts();
        Pair shown = new Pair(texts.in(arm.name()), texts.in(arm.description()));
        return page(study, participant, Besides.allocation(shown));
    }

    private JteModel page(String study, ParticipantCode code, Besides besides) {
        Screen screen = screens.in(study);
        ParticipantFile file = reading.read(currentActor.actor(), study, code, besides, screen.texts());
        return pages.enrolmentParticipant(screen.at(file.base()), file);
    }
}
