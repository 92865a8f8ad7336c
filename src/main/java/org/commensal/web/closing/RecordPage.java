package org.commensal.web.closing;

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
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezingLedger;
import org.commensal.instrument.ItemTypes;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.DoubleEntryRegister;
import org.commensal.questionnaires.ResponseRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.FormRecord;
import org.commensal.verification.ParticipantClosing;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.SourceCheck;
import org.commensal.verification.Standing;
import org.commensal.verification.VerifySource;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Link;
import org.commensal.web.Pair;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Words;
import org.commensal.web.closing.RecordSheet.Compared;

/** One form as it is filled in, for who compares it with its source or is about to sign it. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/records/{task: .+}")
@Produces(MediaType.TEXT_HTML)
public class RecordPage {

    private static final String ITEMS = "items";
    private static final String TAKE_BACK = "take-back";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    RecordRegister records;

    @Inject
    ResponseRegister responses;

    @Inject
    DoubleEntryRegister twice;

    @Inject
    FreezingLedger freezings;

    @Inject
    VerifySource verify;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("task") String task) {
        return page(study, ParticipantCode.parse(code), task, Form.empty());
    }

    @POST
    public Response verify(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("task") String task,
            MultivaluedMap<String, String> sent) {
        ParticipantCode code = ParticipantCode.parse(typed);
        participants.find(currentActor.actor(), Right.VERIFY_SOURCE, study, code);
        Form form = Form.of(sent);
        try {
            mark(study, code, Ids.uuid(form.value("response")), form);
            return Screens.seeOther(ParticipantClosingPage.base(study, code) + "/closing");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, task, form.refused(refusal)));
        }
    }

    private void mark(String study, ParticipantCode code, UUID response, Form form) {
        Actor actor = currentActor.actor();
        switch (form.value("step")) {
            case ITEMS -> verify.verifyItems(actor, study, code, response, form.values("item"));
            case TAKE_BACK -> verify.takeBack(actor, study, code, response, form.value("reason"));
            default -> verify.verify(actor, study, code, List.of(response));
        }
    }

    private JteModel page(String id, ParticipantCode code, String task, Form form) {
        Actor actor = currentActor.actor();
        ParticipantClosing closing = records.get(actor, id, code);
        FormRecord record = closing.forms().stream()
                .filter(each -> each.scope().task().equals(task))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
        org.commensal.questionnaires.Response response = responses.list(actor, id, code).stream()
                .filter(each -> each.id().equals(record.response()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, Permission.NOT_FOUND));
        twice.refuseIfBlind(actor, id, code, task);
        Screen screen = screens.in(id);
        Study asked = Objects.requireNonNull(studies.everInForce(id).get(response.version()));
        ClosingWords words = new ClosingWords(asked, screen.texts());
        String base = ParticipantClosingPage.base(id, code);
        String site = closing.participant().site();
        boolean verifies = permission.allows(actor, Right.VERIFY_SOURCE, id, site);
        return pages.closingRecord(
                screen,
                form,
                new RecordSheet(
                        code.value(),
                        base,
                        base + "/records/" + task,
                        words.event(record.scope().event()) + "\u00a0· " + words.form(record),
                        facts(response, asked, screen),
                        List.of(words.state(record.state()), words.verified(record), words.signed(record.signed())),
                        freezings.of(id, code).cause(record.scope()).map(words::cause),
                        answers(response, record.source(), asked, screen),
                        records.signatures(actor, id, code).stream()
                                .filter(signature -> signature.responses().contains(record.response()))
                                .map(words::signature)
                                .toList(),
                        record.response().toString(),
                        verifies && !record.isVerifiedWhole(),
                        verifies
                                && (record.verified() != Standing.NONE
                                        || !record.source().verified().isEmpty()),
                        steps(actor, id, record, base, screen)));
    }

    private List<Link> steps(Actor actor, String study, FormRecord record, String base, Screen screen) {
        List<Link> steps = new ArrayList<>();
        String site = record.scope().site();
        if (permission.allows(actor, Right.SIGN_DATA, study, site) && !record.isSigned()) {
            String address = UriBuilder.fromPath(base + "/signature")
                    .queryParam("part", "{part}")
                    .build(record.scope().task())
                    .toString();
            steps.add(new Link(address, screen.t("signature.form")));
        }
        if (permission.allows(actor, Right.CORRECT_RESPONSE, study, site) && !record.isFrozen()) {
            steps.add(new Link(base + "/forms/" + record.scope().task(), screen.t("record.correct")));
        }
        return steps;
    }

    private static List<Pair> facts(org.commensal.questionnaires.Response response, Study study, Screen screen) {
        List<Pair> facts = new ArrayList<>();
        facts.add(new Pair(screen.t("record.filled-in"), screen.texts().moment(response.filledIn(), study.zone())));
        if (response.revision() > 1) {
            facts.add(new Pair(
                    screen.t("record.corrected"),
                    screen.t(
                            "record.corrected-at",
                            response.revision(),
                            screen.texts().moment(response.received(), study.zone()))));
            facts.add(new Pair(screen.t("record.reason"), response.reason()));
        }
        return facts;
    }

    /** Each question with its answer in the words of its options; a dash where there is none. */
    private static List<Compared> answers(
            org.commensal.questionnaires.Response response, SourceCheck source, Study study, Screen screen) {
        return study.questionnaire(response.form()).items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .map(item -> new Compared(
                        item.code(),
                        screen.in(item.question()),
                        Words.of(item, response.answers().get(item.code()), screen.texts()),
                        source.required().contains(item.code()),
                        source.verified().contains(item.code())))
                .toList();
    }
}
