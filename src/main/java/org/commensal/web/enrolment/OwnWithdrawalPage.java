package org.commensal.web.enrolment;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.WithdrawParticipant;
import org.commensal.enrolment.Withdrawal;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.SessionCookie;
import org.commensal.web.questionnaires.DiaryOwner;

/** Where a participant stops with all of the study or with a part of it, without being asked why. */
@ApplicationScoped
@Path("/today/withdrawal")
@Produces(MediaType.TEXT_HTML)
public class OwnWithdrawalPage {

    private static final String ADDRESS = "/today/withdrawal";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    ParticipantRegister participants;

    @Inject
    WithdrawParticipant withdrawals;

    @GET
    public JteModel show() {
        return page(owners.require(), Form.empty(), false);
    }

    /** Asks once more what was chosen, and does it when that is sent. */
    @POST
    public Response withdraw(MultivaluedMap<String, String> sent) {
        DiaryOwner.Owner owner = owners.require();
        Form form = Form.of(sent);
        Withdrawal withdrawal = new Withdrawal(Stopping.chosen(form), owners.today(owner), "");
        if (!withdrawal.parts().isEmpty() && !form.ticked("sure")) {
            return Screens.shown(page(owner, form, true));
        }
        try {
            withdrawals.withdraw(owner.actor(), owner.study().id(), owner.code(), withdrawal);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(owner, form.refused(refusal), false));
        }
        return withdrawal.parts().contains(Part.USE_OF_DATA)
                ? Response.fromResponse(Screens.seeOther("/stopped"))
                        .cookie(SessionCookie.none())
                        .build()
                : Screens.seeOther(ADDRESS);
    }

    private JteModel page(DiaryOwner.Owner owner, Form form, boolean asksAgain) {
        Participant participant =
                participants.find(owner.actor(), Right.WITHDRAW, owner.study().id(), owner.code());
        Withdrawal chosen = new Withdrawal(Stopping.chosen(form), owners.today(owner), "");
        Screen screen = screens.plain();
        Stopping stopping = Stopping.of(participant, "own", ADDRESS, "/today", chosen.parts(), screen.texts());
        return asksAgain
                ? pages.enrolmentStoppingConfirmed(screen, stopping)
                : pages.enrolmentStopping(screen, form, stopping);
    }
}
