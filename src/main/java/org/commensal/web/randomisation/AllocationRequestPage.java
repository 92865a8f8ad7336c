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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.kernel.Actor;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.randomisation.DecideAllocation;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Done;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Pair;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.Words;
import org.commensal.web.unblinding.UnblindingForm;

/** One allocation outside the streams; where another person than who asked for it approves or refuses it. */
@ApplicationScoped
@Path("/studies/{study}/allocation-requests/{request}")
@Produces(MediaType.TEXT_HTML)
public class AllocationRequestPage {

    private static final Text CHOOSE = new Text("Choose one.", "Kies er een.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    StudyRegister studies;

    @Inject
    AllocationRequestRegister register;

    @Inject
    DecideAllocation decide;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("request") String request) {
        return page(study, request, Form.empty());
    }

    @POST
    public Response decide(
            @PathParam("study") String study, @PathParam("request") String id, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        register.get(actor, study, Ids.uuid(id));
        Form form = Form.of(sent);
        try {
            Optional<Boolean> approved =
                    Optional.ofNullable(AllocationRequestResource.DECISIONS.get(form.value("decision")));
            if (approved.isEmpty()) {
                form.fault("decision", CHOOSE);
            }
            String note = form.required("note");
            String password = form.secret("password");
            form.complete();
            AskAgain.Proof proof = again.proof(password);
            decide.decide(actor, study, Ids.uuid(id), approved.orElseThrow(), note, proof);
            return Screens.seeOther("/studies/" + study + "/allocation-requests/" + id);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, id, form.refused(refusal)));
        }
    }

    private JteModel page(String id, String requestId, Form form) {
        Actor actor = currentActor.actor();
        AllocationRequest request = register.get(actor, id, Ids.uuid(requestId));
        Study study = studies.get(actor, id).study();
        Screen screen = screens.in(id);
        return pages.randomisationAllocationRequest(
                screen,
                form,
                new AllocationRequestSheet(
                        AllocationRequestLine.of(request, study, screen.texts()),
                        "/studies/" + id + "/allocation-requests",
                        facts(request, study, screen),
                        request.unmet(),
                        done(request, study, screen.texts()),
                        register.decides(actor, request) ? outcomes(request, screen.texts()) : List.of()));
    }

    private static List<Pair> facts(AllocationRequest request, Study study, Screen screen) {
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair(
                screen.t("allocation-request.site"), study.site(request.site()).name()));
        request.whom().ifPresent(whom -> {
            facts.add(new Pair(
                    screen.t("allocation-request.participant"),
                    whom.participant().value()));
            whom.follows().ifPresent(code -> facts.add(new Pair(screen.t("allocation-request.follows"), code.value())));
        });
        request.opened().ifPresent(opened -> {
            facts.add(new Pair(screen.t("envelope.number"), String.valueOf(opened.envelope())));
            facts.add(new Pair(screen.t("envelope.opened-at"), screen.texts().moment(opened.at(), study.zone())));
        });
        return facts;
    }

    private static List<Done> done(AllocationRequest request, Study study, Texts texts) {
        List<Done> done = new ArrayList<>();
        done.add(new Done(
                texts.get("allocation-request.asked"),
                request.reason(),
                request.by().name(),
                texts.moment(request.at(), study.zone())));
        request.decided()
                .ifPresent(made -> done.add(new Done(
                        texts.get("allocation-request.state." + Words.code(request.state())),
                        made.note(),
                        made.by().name(),
                        texts.moment(made.at(), study.zone()))));
        return done;
    }

    private static List<UnblindingForm.Option> outcomes(AllocationRequest request, Texts texts) {
        return Stream.of("approved", "refused")
                .map(code -> new UnblindingForm.Option(
                        code,
                        texts.get("allocation-request.decision." + code),
                        texts.get("allocation-request.decision." + code + "."
                                + request.way().code())))
                .toList();
    }
}
