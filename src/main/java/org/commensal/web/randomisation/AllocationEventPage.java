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
import java.util.stream.Stream;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationEvent.History;
import org.commensal.randomisation.AllocationEvent.Kind;
import org.commensal.randomisation.RecordAllocationEvent;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Form;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** Where staff of the site record that an allocation was in error, a stratum wrong, or nothing begun. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/allocation-events")
@Produces(MediaType.TEXT_HTML)
public class AllocationEventPage {

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
    ParticipantRegister participants;

    @Inject
    StudyRegister studies;

    @Inject
    RecordAllocationEvent events;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response record(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(actor, Right.RECORD_ALLOCATION_EVENT, study, code);
        Form form = Form.of(sent);
        try {
            Kind kind = kind(form);
            String[] corrected = kind == Kind.STRATUM_CORRECTED ? corrected(form) : new String[] {"", ""};
            String reason = form.required("reason");
            String password = form.secret("password");
            form.complete();
            AskAgain.Proof proof = again.proof(password);
            events.record(actor, study, code, kind, corrected[0], corrected[1], reason, proof);
            return Screens.seeOther("/studies/" + study + "/participants/" + code);
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private static Kind kind(Form form) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.code().equals(form.value("kind")))
                .findFirst()
                .orElseGet(() -> {
                    form.fault("kind", CHOOSE);
                    return Kind.RANDOMISED_IN_ERROR;
                });
    }

    /** The factor and its level; neither holds the sign between them (0004). */
    private static String[] corrected(Form form) {
        String[] parts = form.value("level").split("=", 2);
        if (parts.length < 2) {
            form.fault("level", CHOOSE);
            return new String[] {"", ""};
        }
        return parts;
    }

    private JteModel page(String id, ParticipantCode code, Form form) {
        Actor actor = currentActor.actor();
        participants.find(actor, Right.RECORD_ALLOCATION_EVENT, id, code);
        History history = events.history(actor, id, code);
        Screen screen = screens.in(id);
        Study study = studies.version(id, history.scheme()).study();
        AllocationWords words = new AllocationWords(study, screen.texts());
        return pages.unblindingAllocationEvent(
                screen,
                form,
                new AllocationEventSheet(
                        code.value(),
                        "/studies/" + id + "/participants/" + code,
                        words.levels(history),
                        words.events(history),
                        words.kinds(),
                        words.corrections(history)));
    }
}
