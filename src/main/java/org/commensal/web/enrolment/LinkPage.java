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
import jakarta.ws.rs.core.Response;
import org.commensal.access.CurrentActor;
import org.commensal.access.PersonalLink;
import org.commensal.access.Right;
import org.commensal.enrolment.IssueLink;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.ParticipantCode;
import org.commensal.mail.MailServer;
import org.commensal.pages.Templates;
import org.commensal.web.Screens;

/**
 * Makes another card for a participant who lost theirs, or mails the link. The card is the answer to the form and has no
 * address.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/link")
@Produces(MediaType.TEXT_HTML)
public class LinkPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ParticipantRegister participants;

    @Inject
    IssueLink links;

    @Inject
    LinkCards cards;

    @Inject
    MailServer mail;

    @GET
    public JteModel ask(@PathParam("study") String study, @PathParam("code") String typed) {
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(currentActor.actor(), Right.ISSUE_LINK, study, code);
        return pages.enrolmentIssueLink(
                screens.in(study),
                code.value(),
                address(study, code),
                mail.silence().isEmpty());
    }

    @POST
    public JteModel issue(@PathParam("study") String study, @PathParam("code") String typed) {
        ParticipantCode code = ParticipantCode.parse(typed);
        PersonalLink link = links.issue(currentActor.actor(), study, code);
        String base = address(study, code);
        return pages.enrolmentCard(
                screens.in(study).at(base), "card", code.value(), base, cards.card(study, code, link), true);
    }

    @POST
    @Path("mail")
    public Response mail(@PathParam("study") String study, @PathParam("code") String typed) {
        ParticipantCode code = ParticipantCode.parse(typed);
        links.mail(currentActor.actor(), study, code);
        return Screens.seeOther(address(study, code) + "#gets-in");
    }

    private static String address(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
