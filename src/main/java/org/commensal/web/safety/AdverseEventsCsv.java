package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.commensal.access.CurrentActor;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.safety.events.Judgement;
import org.commensal.safety.events.SeriousEvent;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.commensal.safety.events.SeriousEvent.Step;
import org.commensal.web.ListFiles;
import org.commensal.web.Words;

/** The line listing as a file; that it was taken is recorded. */
@ApplicationScoped
@Path("/studies/{study}/adverse-events.csv")
public class AdverseEventsCsv {

    private static final List<String> COLUMNS = List.of(
            "code",
            "site",
            "event",
            "version",
            "term",
            "category",
            "start",
            "study_day",
            "end",
            "ongoing",
            "grade",
            "serious",
            "criteria",
            "causality",
            "expected",
            "action",
            "outcome",
            "state",
            "aware",
            "due",
            "first_reported",
            "reports",
            "committee_due",
            "committee_told");

    @Inject
    CurrentActor currentActor;

    @Inject
    AdverseEventRegister events;

    @Inject
    ListFiles files;

    @GET
    public Response download(@PathParam("study") String study, @BeanParam AdverseEventsAsked asked) {
        List<AdverseEvent> found = asked.of(events.list(currentActor.actor(), study));
        return files.of(study, "adverse-events", COLUMNS, found, AdverseEventsCsv::cells);
    }

    private static List<String> cells(AdverseEvent event) {
        return List.of(
                event.code().value(),
                event.participant().site(),
                event.response().task(),
                event.study().version(),
                event.term(),
                event.category(),
                event.start().map(LocalDate::toString).orElse(""),
                event.studyDay().map(day -> Long.toString(day)).orElse(""),
                event.end().map(LocalDate::toString).orElse(""),
                Boolean.toString(event.isOngoing()),
                Integer.toString(event.grade()),
                Boolean.toString(event.isSerious()),
                String.join(" ", event.criteria()),
                event.judgement().map(made -> made.causality().code()).orElse(""),
                event.judgement().map(Judgement::expected).map(String::valueOf).orElse(""),
                event.action(),
                event.outcome(),
                event.serious().map(SeriousEvent::state).map(Words::code).orElse(""),
                event.serious().map(SeriousEvent::aware).map(Instant::toString).orElse(""),
                event.serious().map(SeriousEvent::due).map(Instant::toString).orElse(""),
                event.serious().map(AdverseEventsCsv::firstReported).orElse(""),
                event.serious()
                        .map(serious -> Integer.toString(serious.reports().size()))
                        .orElse(""),
                event.committeeDue().map(Instant::toString).orElse(""),
                event.serious()
                        .flatMap(SeriousEvent::committeeTold)
                        .map(Instant::toString)
                        .orElse(""));
    }

    private static String firstReported(SeriousEvent serious) {
        return serious.steps().stream()
                .filter(step -> step.kind() == Kind.REPORTED || step.kind() == Kind.CLOSED)
                .map(Step::moment)
                .map(Instant::toString)
                .findFirst()
                .orElse("");
    }
}
