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
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.eligibility.AssessEligibility;
import org.commensal.eligibility.Assessment.Verdict;
import org.commensal.eligibility.RecordScreeningOutcome;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.eligibility.ScreeningOutcome.Kind;
import org.commensal.enrolment.Participant;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Done;
import org.commensal.web.Form;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Where staff of the site record why somebody who was screened does not go on, or that they do after all. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/screening-outcome")
@Produces(MediaType.TEXT_HTML)
public class ScreeningOutcomePage {

    private static final Text CHOOSE = new Text("Choose one.", "Kies er een.");

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
    AssessEligibility eligibility;

    @Inject
    RecordScreeningOutcome outcomes;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response record(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(actor, Right.SCREEN, study, code);
        Form form = Form.of(sent);
        try {
            Kind kind = kind(form);
            form.complete();
            outcomes.record(actor, study, code, kind, form.value("note"));
            return Screens.seeOther("/studies/" + study + "/participants/" + code);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private static Kind kind(Form form) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.code().equals(form.value("outcome")))
                .findFirst()
                .orElseGet(() -> {
                    form.fault("outcome", CHOOSE);
                    return Kind.OTHER;
                });
    }

    private JteModel page(String id, ParticipantCode code, Form form) {
        Actor actor = currentActor.actor();
        Participant participant = participants.find(actor, Right.SCREEN, id, code);
        Screen screen = screens.in(id);
        PublishedStudy published = studies.at(id, participant.site());
        Study study = published.opened();
        ScreeningWords words = new ScreeningWords(study, screen.texts());
        List<ScreeningOutcome> recorded = outcomes.of(actor, id, code);
        Optional<ScreeningOutcome> standing = RecordScreeningOutcome.standing(recorded);
        List<String> unmet = AssessEligibility.judge(study, eligibility.facts(published, participant))
                .ids(Verdict.NOT_MET);
        return pages.enrolmentScreeningOutcome(
                screen,
                form,
                new ScreeningOutcomeSheet(
                        code.value(),
                        "/studies/" + id + "/participants/" + code,
                        unmet.stream().map(words::criterion).toList(),
                        recorded.stream()
                                .map(outcome -> done(outcome, words, study, screen))
                                .toList(),
                        Stream.of(Kind.values())
                                .filter(kind -> kind.ends() || standing.isPresent())
                                .map(kind -> new Pair(kind.code(), screen.t("screening.outcome." + kind.code())))
                                .toList()));
    }

    private static Done done(ScreeningOutcome outcome, ScreeningWords words, Study study, Screen screen) {
        return new Done(
                screen.t("screening.outcome." + outcome.kind().code()),
                String.join("; ", words.reasons(outcome)),
                outcome.by(),
                screen.texts().moment(outcome.at(), study.zone()));
    }
}
