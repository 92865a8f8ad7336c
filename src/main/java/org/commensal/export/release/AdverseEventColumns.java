package org.commensal.export.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commensal.enrolment.Stage;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.protocol.Study;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.Judgement;
import org.commensal.safety.events.SeriousEvent;
import org.commensal.safety.events.SeriousEvent.Kind;
import org.commensal.safety.events.SeriousEvent.Step;

/**
 * What a release tells of an adverse event, coded alone: no description, narrative, note or report.
 *
 * <p>Parts that any version leaves out of releases have no column. Whether the event was expected has one where nobody in
 * the trial is shown an arm: whoever knows the arm judges by what is expected of that one.
 */
final class AdverseEventColumns {

    private static final List<Code> CAUSES = List.of(
            new Code("not", new Text("not related", "geen verband")),
            new Code("unlikely", new Text("unlikely", "onwaarschijnlijk")),
            new Code("possible", new Text("possible", "mogelijk")),
            new Code("probable", new Text("probable", "waarschijnlijk")),
            new Code("definite", new Text("definite", "zeker")));
    private static final List<Code> EXPECTED =
            List.of(new Code("yes", new Text("yes", "ja")), new Code("no", new Text("no", "nee")));
    private static final List<Code> STATES = List.of(
            new Code("to-report", new Text("to be reported to the sponsor", "nog te melden aan de opdrachtgever")),
            new Code("followed", new Text("reported and followed up", "gemeld en gevolgd")),
            new Code("closed", new Text("the final report was sent", "het laatste rapport is verstuurd")),
            new Code("not-serious", new Text("turned out not to be serious", "bleek niet ernstig")));

    private final List<Study> versions;
    private final Set<String> released;
    private final Map<Column, Function<AdverseEvent, String>> cells = new LinkedHashMap<>();

    AdverseEventColumns(List<Study> versions) {
        this.versions = versions;
        this.released = FormColumns.released(versions);
        answers();
        judgement();
        followUp();
    }

    /** Each column with its cell of an event. */
    Map<Column, Function<AdverseEvent, String>> cells() {
        return cells;
    }

    private void answers() {
        coded(Part.CATEGORY, "category", new Text("Kind of complaint", "Soort klacht"), AdverseEvent::category);
        day(Part.START, KeyColumns.studyDay("start_day", "First day", "Eerste dag"), AdverseEvent::start);
        day(Part.END, KeyColumns.studyDay("end_day", "Last day", "Laatste dag"), AdverseEvent::end);
        truth(Part.ONGOING, Column.truth("ongoing", new Text("It goes on", "Gaat door")), AdverseEvent::isOngoing);
        coded(
                Part.GRADE,
                "grade",
                new Text("Grade at its worst", "Graad op het ergste moment"),
                event -> event.grade() == 0 ? "" : Integer.toString(event.grade()));
        truth(Part.SERIOUS, Column.truth("serious", new Text("Serious", "Ernstig")), AdverseEvent::isSerious);
        coded(
                Part.CRITERIA,
                "serious_by",
                new Text("Serious by what, separated by ;", "Ernstig waardoor, gescheiden door ;"),
                event -> String.join(";", event.criteria()));
        coded(
                Part.ACTION,
                "action",
                new Text("What was done with the intervention", "Wat met de interventie is gedaan"),
                AdverseEvent::action);
        coded(Part.OUTCOME, "outcome", new Text("How it is or ended", "Hoe het is of afliep"), AdverseEvent::outcome);
    }

    private void judgement() {
        cells.put(
                Column.truth(
                        "judged", new Text("Judged by the answers that stand", "Beoordeeld op de huidige antwoorden")),
                event -> Boolean.toString(event.isJudged()));
        cells.put(
                Column.choice(
                        "causality",
                        new Text(
                                "Caused by the intervention; empty before it is judged",
                                "Veroorzaakt door de interventie; leeg voor het oordeel"),
                        CAUSES),
                event -> event.judgement()
                        .map(Judgement::causality)
                        .map(KeyColumns::code)
                        .orElse(""));
        if (versions.stream().allMatch(study -> study.openLabel().isEmpty())) {
            cells.put(
                    Column.choice(
                            "expected",
                            new Text(
                                    "Named by the protocol as a harm; empty before it is judged",
                                    "Genoemd in het protocol als nadeel; leeg voor het oordeel"),
                            EXPECTED),
                    event -> event.judgement()
                            .map(made -> made.expected() ? "yes" : "no")
                            .orElse(""));
        }
    }

    private void followUp() {
        cells.put(
                Column.choice(
                        "follow_up",
                        new Text(
                                "How far its report is; empty if it never was serious",
                                "Hoe ver de melding is; leeg als het nooit ernstig was"),
                        STATES),
                event -> serious(event)
                        .map(SeriousEvent::state)
                        .map(KeyColumns::code)
                        .orElse(""));
        cells.put(
                KeyColumns.studyDay(
                        "aware_day",
                        "Day on which the site heard that it is serious",
                        "Dag waarop het centrum hoorde dat het ernstig is"),
                event -> studyDay(event, serious(event).map(SeriousEvent::aware)));
        cells.put(
                KeyColumns.studyDay(
                        "reported_day",
                        "Day of the first report to the sponsor",
                        "Dag van de eerste melding aan de opdrachtgever"),
                event -> studyDay(event, serious(event).flatMap(AdverseEventColumns::reported)));
    }

    /** Where a checkpoint fell between an event and its first step, nothing is known of the follow-up yet. */
    private static Optional<SeriousEvent> serious(AdverseEvent event) {
        return event.serious().filter(followed -> !followed.steps().isEmpty());
    }

    private static Optional<Instant> reported(SeriousEvent event) {
        return event.steps().stream()
                .filter(step -> step.kind() == Kind.REPORTED || step.kind() == Kind.CLOSED)
                .map(Step::moment)
                .findFirst();
    }

    private boolean isReleased(Part part) {
        return versions.stream()
                .flatMap(study -> study.conduct().safety().adverseEvents().stream())
                .allMatch(asked -> asked.item(part).filter(released::contains).isPresent());
    }

    private void coded(Part part, String name, Text label, Function<AdverseEvent, String> cell) {
        if (isReleased(part)) {
            cells.put(Column.choice(name, label, codes(part)), cell);
        }
    }

    private void truth(Part part, Column column, Function<AdverseEvent, Boolean> cell) {
        if (isReleased(part)) {
            cells.put(column, event -> Boolean.toString(cell.apply(event)));
        }
    }

    private void day(Part part, Column column, Function<AdverseEvent, Optional<LocalDate>> cell) {
        if (isReleased(part)) {
            cells.put(column, event -> fromDayZero(event, cell.apply(event)));
        }
    }

    private List<Code> codes(Part part) {
        return KeyColumns.codes(versions, study -> study.conduct().safety().adverseEvents().stream()
                .flatMap(asked -> asked.item(part).stream())
                .flatMap(code -> study.questionnaires().values().stream()
                        .flatMap(form -> form.items().stream())
                        .filter(item -> item.code().equals(code)))
                .flatMap(item -> item.options().stream())
                .map(option -> new Code(option.value(), option.label())));
    }

    private static String studyDay(AdverseEvent event, Optional<Instant> moment) {
        return fromDayZero(
                event, moment.map(at -> at.atZone(event.study().zone()).toLocalDate()));
    }

    private static String fromDayZero(AdverseEvent event, Optional<LocalDate> day) {
        return day.flatMap(on -> Optional.ofNullable(
                                event.participant().milestones().get(Stage.RANDOMISED))
                        .map(day0 -> Long.toString(ChronoUnit.DAYS.between(day0, on))))
                .orElse("");
    }
}
