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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.enrolment.ParticipantRegister;
import org.commensal.freezing.FreezeStep;
import org.commensal.freezing.Freezing;
import org.commensal.freezing.FreezingLedger;
import org.commensal.freezing.Freezings;
import org.commensal.freezing.Scope;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.verification.FormRecord;
import org.commensal.verification.ParticipantClosing;
import org.commensal.verification.RecordRegister;
import org.commensal.verification.VerifySource;
import org.commensal.web.Form;
import org.commensal.web.Ids;
import org.commensal.web.Link;
import org.commensal.web.PasswordAgain;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.closing.ParticipantClosingSheet.Row;
import org.commensal.web.closing.ParticipantClosingSheet.Visit;

/** The data of one participant: a monitor verifies forms, an investigator signs, a data manager freezes and locks. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/closing")
@Produces(MediaType.TEXT_HTML)
public class ParticipantClosingPage {

    private static final String VERIFY = "verify";

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    PasswordAgain again;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    ParticipantRegister participants;

    @Inject
    RecordRegister records;

    @Inject
    FreezingLedger freezings;

    @Inject
    Scopes scopes;

    @Inject
    TakeFreezeStep steps;

    @Inject
    VerifySource verify;

    @GET
    public JteModel show(@PathParam("study") String study, @PathParam("code") String code) {
        return page(study, ParticipantCode.parse(code), Form.empty());
    }

    @POST
    public Response change(
            @PathParam("study") String study, @PathParam("code") String typed, MultivaluedMap<String, String> sent) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        Form form = Form.of(sent, Map.of("scopes", "part", "responses", "response"));
        boolean verifies = form.value("step").equals(VERIFY);
        participants.find(actor, verifies ? Right.VERIFY_SOURCE : Right.FREEZE_DATA, study, code);
        try {
            if (verifies) {
                verify.verify(
                        actor,
                        study,
                        code,
                        form.values("response").stream().map(Ids::uuid).toList());
            } else {
                take(actor, study, code, form);
            }
            return Screens.seeOther(base(study, code) + "/closing");
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, form.refused(refusal)));
        }
    }

    private void take(Actor actor, String study, ParticipantCode code, Form form) {
        FreezeStep step = ClosingPage.step(form);
        List<Scope> chosen = form.values("part").stream()
                .map(part -> scopes.part(actor, study, code, part.equals(Scope.ALL) ? "" : part))
                .toList();
        form.complete();
        steps.take(actor, study, step, chosen, form.value("reason"), () -> again.proof(form.value("password")));
    }

    private JteModel page(String id, ParticipantCode code, Form form) {
        Actor actor = currentActor.actor();
        ParticipantClosing closing = records.get(actor, id, code);
        String site = closing.participant().site();
        Screen screen = screens.in(id);
        Study study = studies.at(id, site).study();
        ClosingWords words = new ClosingWords(study, screen.texts());
        Freezings frozen = freezings.of(id, code);
        boolean freezes = permission.allows(actor, Right.FREEZE_DATA, id, site);
        boolean signs = permission.allows(actor, Right.SIGN_DATA, id, site);
        String base = base(id, code);
        return pages.closingParticipant(
                screen,
                form,
                new ParticipantClosingSheet(
                        code.value(),
                        base,
                        words.step(closing.step()),
                        causes(closing, frozen, words),
                        visits(closing, frozen, words, base, signs),
                        records.signatures(actor, id, code).stream()
                                .map(words::signature)
                                .toList(),
                        freezes ? words.steps() : List.of(),
                        permission.allows(actor, Right.VERIFY_SOURCE, id, site),
                        sign(signs && !closing.forms().isEmpty(), base, "", screen.t("signature.all"))));
    }

    /** Each step that makes the participant, a visit or a form as strict as it is, once. */
    private static List<String> causes(ParticipantClosing closing, Freezings frozen, ClosingWords words) {
        return Stream.concat(
                        Stream.of(Scope.of(closing.participant())),
                        closing.forms().stream().map(FormRecord::scope))
                .map(frozen::cause)
                .flatMap(Optional<Freezing>::stream)
                .distinct()
                .map(words::cause)
                .toList();
    }

    private static List<Visit> visits(
            ParticipantClosing closing, Freezings frozen, ClosingWords words, String base, boolean signs) {
        Map<String, List<FormRecord>> byEvent = closing.forms().stream()
                .collect(Collectors.groupingBy(form -> form.scope().event(), LinkedHashMap::new, Collectors.toList()));
        return byEvent.entrySet().stream()
                .map(event -> new Visit(
                        event.getKey(),
                        words.event(event.getKey()),
                        words.state(frozen.state(Scope.visit(closing.participant(), event.getKey()))),
                        sign(signs, base, event.getKey(), words.texts().get("signature.visit")),
                        event.getValue().stream()
                                .map(form -> row(form, words, base))
                                .toList()))
                .toList();
    }

    private static Row row(FormRecord form, ClosingWords words, String base) {
        return new Row(
                form.scope().task(),
                form.response().toString(),
                words.form(form),
                base + "/records/" + form.scope().task(),
                form.revision() == 1 ? "" : words.texts().get("record.revision", form.revision()),
                words.state(form.state()),
                words.verified(form),
                words.signed(form.signed()));
    }

    private static List<Link> sign(boolean signs, String base, String part, String label) {
        String address = UriBuilder.fromPath(base + "/signature")
                .queryParam("part", "{part}")
                .build(part)
                .toString();
        return signs ? List.of(new Link(address, label)) : List.of();
    }

    static String base(String study, ParticipantCode code) {
        return "/studies/" + study + "/participants/" + code;
    }
}
