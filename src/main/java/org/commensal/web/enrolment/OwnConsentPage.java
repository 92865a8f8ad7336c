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
import java.util.List;
import java.util.Optional;
import org.commensal.enrolment.ConsentRegister;
import org.commensal.enrolment.SignConsent;
import org.commensal.enrolment.SignedConsent;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Link;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.questionnaires.DiaryOwner;

/** What a participant consented to, with copies to keep; and where a later version of the document is signed. */
@ApplicationScoped
@Path("/today/consent")
@Produces(MediaType.TEXT_HTML)
public class OwnConsentPage {

    private static final String ADDRESS = "/today/consent";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    DiaryOwner owners;

    @Inject
    ConsentRegister register;

    @Inject
    SignConsent consents;

    @GET
    public JteModel show() {
        return page(owners.require(), Form.empty());
    }

    @POST
    public Response sign(MultivaluedMap<String, String> sent) {
        DiaryOwner.Owner owner = owners.require();
        Form form = Form.of(sent);
        try {
            consents.alone(
                    owner.actor(),
                    owner.study().id(),
                    owner.code(),
                    SigningSheet.signing(owner.study().consent(), form, screens.plain()));
            return Screens.seeOther(ADDRESS);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(owner, form.refused(refusal)));
        }
    }

    @GET
    @Path("{consent}.pdf")
    @Produces(MediaType.WILDCARD)
    public Response copy(@PathParam("consent") String consent) {
        DiaryOwner.Owner owner = owners.require();
        return ConsentCopyPage.answer(
                register.copy(owner.actor(), owner.study().id(), owner.code(), Ids.uuid(consent)), pages);
    }

    private JteModel page(DiaryOwner.Owner owner, Form form) {
        Screen screen = screens.plain();
        String study = owner.study().id();
        Optional<String> due = register.due(owner.actor(), study, owner.code());
        if (due.isPresent()) {
            return pages.enrolmentSigning(
                    screen,
                    form,
                    SigningSheet.of(owner.study().consent(), ADDRESS, "/today", false, screen),
                    SigningSheet.tries(form));
        }
        List<Link> signed = register.of(owner.actor(), study, owner.code()).stream()
                .map(consent -> link(consent, screen))
                .toList();
        return pages.enrolmentConsents(screen, signed);
    }

    private static Link link(SignedConsent consent, Screen screen) {
        String label = screen.t(
                "consent.signed-version",
                consent.documentVersion(),
                screen.texts().day(consent.signedOn()));
        return new Link(
                consent.onScreen()
                        .map(at -> ADDRESS + "/" + consent.id() + ".pdf")
                        .orElse(""),
                label);
    }
}
