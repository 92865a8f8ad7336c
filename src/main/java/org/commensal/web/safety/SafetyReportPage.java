package org.commensal.web.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kernel.Refusal;
import org.commensal.pages.Templates;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.safety.events.SafetyReport;
import org.commensal.web.Pdf;
import org.commensal.web.Texts;
import org.commensal.web.safety.SafetyReportPaper.Line;
import org.commensal.web.safety.SafetyReportPaper.Section;

/**
 * A report of a serious adverse event as a PDF, made from what the report kept and from nothing else: the same bytes
 * whenever it is asked for.
 */
@ApplicationScoped
@Path("/studies/{study}/participants/{code}/adverse-events/{event}/reports/{report}.pdf")
@Produces(MediaType.WILDCARD)
public class SafetyReportPage {

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    AdverseEventRegister events;

    @GET
    public Response copy(
            @PathParam("study") String study,
            @PathParam("code") String code,
            @PathParam("event") String id,
            @PathParam("report") String number) {
        AdverseEvent event = events.get(currentActor.actor(), study, ParticipantCode.parse(code), id);
        List<SafetyReport> reports =
                event.serious().map(serious -> serious.reports()).orElse(List.of());
        SafetyReport report = reports.stream()
                .filter(each -> Integer.toString(each.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_FOUND, Permission.NOT_FOUND));
        SafetyReportPaper paper = new Printed(report, event.study().zone()).paper(reports.subList(0, report.number()));
        return Pdf.of(
                "sae-" + event.code() + "-" + event.id() + "-" + number + ".pdf",
                pages.safetyReport(paper),
                report.at());
    }

    /** What a report says in words, in its own language. */
    private record Printed(SafetyReport report, ZoneId zone, Texts texts) {

        Printed(SafetyReport report, ZoneId zone) {
            this(report, zone, Texts.in(report.language()));
        }

        SafetyReportPaper paper(List<SafetyReport> earlier) {
            SortedMap<String, String> content = report.content();
            return new SafetyReportPaper(
                    report.language().code(),
                    texts.get("sae.report"),
                    content.getOrDefault("study", ""),
                    AdverseEventReading.reportName(report, texts),
                    List.of(
                            section("participant", "participant", "site", "age", "sex", "version"),
                            section(
                                    "event",
                                    "event",
                                    "term",
                                    "category",
                                    "start",
                                    "study-day",
                                    "end",
                                    "ongoing",
                                    "grade",
                                    "criteria",
                                    "aware",
                                    "narrative",
                                    "outcome"),
                            section(
                                    "product",
                                    "action",
                                    "causality",
                                    "expected",
                                    "judged-by",
                                    "judged-at",
                                    "judgement-note",
                                    "code-broken"),
                            section("concomitant", "medicines")),
                    texts.get("sae.paper.changes"),
                    earlier.isEmpty()
                            ? List.of()
                            : report.changesSince(earlier.get(earlier.size() - 1)).stream()
                                    .map(name -> texts.get("sae.paper." + name))
                                    .toList(),
                    texts.get("sae.paper.signature"),
                    List.of(
                            new Line(texts.get("sae.paper.signed-by"), List.of(report.by())),
                            new Line(texts.get("sae.paper.signed-at"), List.of(texts.moment(report.at(), zone))),
                            new Line(texts.get("sae.sent"), List.of(texts.moment(report.sent(), zone))),
                            new Line(texts.get("sae.paper.sha256"), List.of(report.sha256()))));
        }

        private Section section(String heading, String... names) {
            List<Line> lines = new ArrayList<>();
            for (String name : names) {
                String value = report.content().getOrDefault(name, "");
                if (!value.isEmpty()) {
                    lines.add(new Line(texts.get("sae.paper." + name), words(name, value)));
                }
            }
            if (lines.isEmpty()) {
                lines.add(new Line(texts.get("sae.paper.none"), List.of()));
            }
            return new Section(texts.get("sae.paper.section." + heading), lines);
        }

        private List<String> words(String name, String value) {
            return switch (name) {
                case "start", "end" -> List.of(texts.day(LocalDate.parse(value)));
                case "aware", "judged-at", "code-broken" -> List.of(texts.moment(Instant.parse(value), zone));
                case "ongoing", "expected" -> List.of(texts.get(value.equals("true") ? "yes" : "no"));
                case "grade" -> List.of(texts.get("ae.grade." + value));
                case "criteria" ->
                    Arrays.stream(value.split(" "))
                            .map(code -> texts.get("ae.criterion." + code))
                            .toList();
                case "outcome" -> List.of(texts.get("ae.outcome." + value));
                case "causality" -> List.of(texts.get("ae.causality." + value));
                default -> List.of(value.split("\n"));
            };
        }
    }
}
