package org.commensal.web.enrolment;

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
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.enrolment.WithdrawParticipant;
import org.commensal.enrolment.Withdrawal;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Where staff record what a participant told them to stop with. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/withdrawal")
@Produces(MediaType.TEXT_HTML)
public class WithdrawalPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    WithdrawParticipant withdrawals;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response withdraw(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent);
        try {
            Withdrawal withdrawal = new Withdrawal(
                    Stopping.chosen(form), form.day("day"), form.value("note").strip());
            form.complete();
            withdrawals.withdraw(currentActor.actor(), study, code, withdrawal);
            return Screens.seeOther(address(study, code));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private JteModel page(String study, ParticipantCode code, Form form) {
        participants.find(currentActor.actor(), study, code);
        Participant participant = participants.find(currentActor.actor(), Right.WITHDRAW, study, code);
        Screen screen = screens.in(study);
        String base = address(study, code);
        return pages.enrolmentWithdrawal(
                screen,
                form,
                Stopping.of(participant, "staff", base + "/withdrawal", base, Stopping.chosen(form), screen.texts()));
    }

    private static String address(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
