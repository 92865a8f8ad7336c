package org.commensal.web.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.enrolment.ConsentRegister;
import org.commensal.kernel.Language;
import org.commensal.kernel.ParticipantCode;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study.ConsentQuestion;
import org.commensal.web.Ids;
import org.commensal.web.Pair;
import org.commensal.web.Pdf;
import org.commensal.web.Texts;
import org.commensal.web.enrolment.ConsentCopy.Line;

/** The copy of a consent that was signed on a screen, for the study file of the site or for the participant. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/consents/{consent}.pdf")
@Produces(MediaType.WILDCARD)
public class ConsentCopyPage {

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ConsentRegister register;

    @GET
    public Response copy(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("consent") String consent) {
        return answer(
                register.copy(currentActor.actor(), study, ParticipantCode.parse(code), Ids.uuid(consent)), pages);
    }

    /** In the language in which it was signed. */
    static Response answer(ConsentRegister.Copy copy, Templates pages) {
        Language language = copy.consent().language();
        Texts texts = Texts.in(language);
        Instant at = copy.consent().onScreen().orElseThrow();
        ConsentCopy page = new ConsentCopy(
                language.code(),
                texts.in(copy.document().title()),
                texts.in(copy.study().title()),
                texts.get("consent.version", copy.document().version()),
                copy.document().paragraphs().stream().map(texts::in).toList(),
                copy.document().questions().stream()
                        .map(question -> line(question, copy, texts))
                        .toList(),
                signature(copy, texts, texts.moment(at, copy.study().zone())));
        return Pdf.of(
                "consent-" + copy.code() + "-" + copy.document().version() + ".pdf",
                pages.enrolmentConsentCopy(page),
                at);
    }

    private static Line line(ConsentQuestion question, ConsentRegister.Copy copy, Texts texts) {
        boolean yes = copy.consent().answers().getOrDefault(question.code(), false);
        return new Line(texts.in(question.question()), texts.get(yes ? "yes" : "no"));
    }

    private static List<Pair> signature(ConsentRegister.Copy copy, Texts texts, String moment) {
        String erased = texts.get("consent.copy.erased");
        Pair name = new Pair(texts.get("consent.copy.name"), copy.name().isEmpty() ? erased : copy.name());
        Pair code = new Pair(texts.get("participant.code"), copy.code().value());
        Pair when = new Pair(texts.get("consent.copy.when"), moment);
        return copy.obtainedBy().isEmpty()
                ? List.of(name, code, when)
                : List.of(name, code, when, new Pair(texts.get("consent.copy.obtained-by"), copy.obtainedBy()));
    }
}
