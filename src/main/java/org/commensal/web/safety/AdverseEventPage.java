package org.commensal.web.safety;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.safety.events.Causality;
import org.commensal.safety.events.JudgeAdverseEvent;
import org.commensal.safety.events.SignReport;
import org.commensal.web.ClientAddress;
import org.commensal.web.Form;
import org.commensal.web.Screen;
import org.commensal.web.Screens;

/** One adverse event, where the investigator judges it and signs its reports. */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/adverse-events/{event}")
@Produces(MediaType.TEXT_HTML)
public class AdverseEventPage {

    private static final UUID NONE = new UUID(0, 0);
    private static final Text CHOOSE = new Text("Choose one.", "Kies er een.");
    private static final Text NO_MOMENT = new Text(
            "\"%s\" is not a day and time. Write it like 2026-11-23 14:05.",
            "\"%s\" is geen dag met een tijd. Schrijf het zo: 2026-11-23 14:05.");

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    ClientAddress address;

    @Inject
    AskAgain again;

    @Inject
    Permission permission;

    @Inject
    AdverseEventRegister events;

    @Inject
    AdverseEventReading reading;

    @Inject
    JudgeAdverseEvent judge;

    @Inject
    SignReport reports;

    @GET
    public JteModel show(
            @PathParam("study") String study, @PathParam("code") String code, @PathParam("event") String event) {
        return page(study, ParticipantCode.parse(code), event, Form.empty());
    }

    @POST
    @Path("judgement")
    public Response judge(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("event") String event,
            MultivaluedMap<String, String> sent) {
        ParticipantCode code = judging(study, typed, event);
        Form form = Form.of(sent);
        try {
            Optional<Causality> causality = Stream.of(Causality.values())
                    .filter(each -> each.code().equals(form.value("causality")))
                    .findFirst();
            if (causality.isEmpty()) {
                form.fault("causality", CHOOSE);
            }
            boolean expected = form.value("expected").equals("yes");
            if (!expected && !form.value("expected").equals("no")) {
                form.fault("expected", CHOOSE);
            }
            form.complete();
            UUID response = response(form);
            judge.judge(
                    currentActor.actor(),
                    study,
                    code,
                    event,
                    response,
                    causality.orElseThrow(),
                    expected,
                    form.value("note"));
            return Screens.seeOther(base(study, code, event));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, event, form.refused(refusal)));
        }
    }

    @POST
    @Path("reports")
    public Response report(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("event") String event,
            MultivaluedMap<String, String> sent,
            @Context HttpServletRequest request) {
        Actor actor = currentActor.actor();
        ParticipantCode code = judging(study, typed, event);
        Form form = Form.of(sent);
        try {
            int number = form.whole("number");
            Optional<Instant> when = moment(form, "sent", zone(study, code, event));
            String password = form.secret("password");
            form.complete();
            AskAgain.Proof proof = again.prove(actor, password, address.of(request));
            reports.sign(actor, study, code, event, number, form.ticked("final"), when, screens.language(), proof);
            return Screens.seeOther(base(study, code, event));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, event, form.refused(refusal)));
        }
    }

    @POST
    @Path("committee")
    public Response committee(
            @PathParam("study") String study,
            @PathParam("code") String typed,
            @PathParam("event") String event,
            MultivaluedMap<String, String> sent) {
        ParticipantCode code = judging(study, typed, event);
        Form form = Form.of(sent);
        try {
            Optional<Instant> told = moment(form, "told", zone(study, code, event));
            form.complete();
            reports.tellCommittee(currentActor.actor(), study, code, event, told);
            return Screens.seeOther(base(study, code, event));
        } catch (Refusal refusal) {
            return Screens.again(refusal, page(study, code, event, form.refused(refusal)));
        }
    }

    /** The answers that the page showed; those of nobody where the form does not say. */
    private static UUID response(Form form) {
        try {
            return UUID.fromString(form.value("response"));
        } catch (IllegalArgumentException none) {
            return NONE;
        }
    }

    /** So that whoever judges nothing is told so before anything else. */
    private ParticipantCode judging(String study, String typed, String event) {
        Actor actor = currentActor.actor();
        ParticipantCode code = ParticipantCode.parse(typed);
        AdverseEvent found = events.get(actor, study, code, event);
        permission.require(
                actor, Right.JUDGE_ADVERSE_EVENT, study, found.participant().site(), code.value());
        return code;
    }

    private ZoneId zone(String study, ParticipantCode code, String event) {
        return events.get(currentActor.actor(), study, code, event).study().zone();
    }

    /** A day and time on the clocks of the study; none where nothing was filled in. */
    private static Optional<Instant> moment(Form form, String field, ZoneId zone) {
        String written = form.value(field).strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.parse(written.replace(' ', 'T')).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            form.fault(field, NO_MOMENT.with(Text.shorten(written)));
            return Optional.empty();
        }
    }

    private JteModel page(String study, ParticipantCode code, String event, Form form) {
        Actor actor = currentActor.actor();
        AdverseEvent found = events.get(actor, study, code, event);
        Screen screen = screens.in(study);
        return pages.safetyAdverseEvent(
                screen.at(base(study, code, event)), form, reading.of(actor, found, screen.texts()));
    }

    private static String base(String study, ParticipantCode code, String event) {
        return "/studies/" + study + "/participants/" + code + "/adverse-events/" + event;
    }
}
