package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Study;

/** The schedule of assessments: a row a form, a column a visit, who fills it in, and the diary below. */
record SchedulePart(Study study, Columns columns) {

    private static final Text TITLE = new Text("Schedule", "Schema");
    private static final Text LEGEND = new Text(
            "● the participant fills it in, ○ the staff fill it in. Days count from the fact above them; below a day is its window.",
            "● de deelnemer vult het in, ○ de medewerkers vullen het in. Dagen tellen vanaf het feit erboven; onder een dag"
                    + " staat de periode.");
    private static final Text FORM = new Text("Form", "Formulier");
    private static final Text DIARY = new Text("Diary", "Dagboek");
    private static final Text DAYS = new Text("Days, both included", "Dagen, beide inbegrepen");
    private static final Text LOCK = new Text("Locked after the day, hours", "Gesloten na de dag, uren");
    private static final Text COUNTED_FROM = new Text("Counted from", "Geteld vanaf");
    private static final Text EVENTS = new Text("When something happens", "Als er iets gebeurt");
    private static final Text WHEN = new Text("When", "Wanneer");
    private static final Text BY = new Text("Filled in by", "Ingevuld door");
    private static final Text PARTICIPANT = new Text("the participant", "de deelnemer");
    private static final Text STAFF = new Text("the staff", "de medewerkers");
    private static final Text ONCE = new Text("once", "één keer");
    private static final Text EACH_TIME = new Text("each time", "elke keer");
    private static final Map<Anchor, Text> ANCHORS = Map.of(
            Anchor.SCREENING, new Text("Screening", "Screening"),
            Anchor.ENROLMENT, new Text("Enrolment", "Inschrijving"),
            Anchor.RANDOMISATION, new Text("Randomisation", "Randomisatie"));

    Html html() {
        return Html.element(
                "section id=schedule",
                Html.element("h2", columns.brief(TITLE)),
                columns.each("p class=help", LEGEND),
                visits(),
                study.schedule().blocks().isEmpty() ? Html.NOTHING : diary(),
                study.schedule().events().isEmpty() ? Html.NOTHING : events());
    }

    private Html visits() {
        List<Visit> visits = study.schedule().visits();
        List<Html> names = visits.stream()
                .map(visit -> Html.element(
                        "th scope=col",
                        Html.element("b", visit.code()),
                        Html.element("span class=small", columns.brief(visit.name()))))
                .toList();
        List<Html> days = visits.stream()
                .map(visit -> Html.element(
                        "td",
                        Html.element("b", String.valueOf(visit.day())),
                        Html.element("span class=small", days(visit.from(), visit.to()))))
                .toList();
        List<Html> rows = study.questionnaires().keySet().stream()
                .filter(form ->
                        visits.stream().anyMatch(visit -> !mark(visit, form).isEmpty()))
                .map(form -> row(form, visits))
                .toList();
        return Html.element(
                "table class=grid",
                Html.element(
                        "thead",
                        Html.element("tr", Html.element("td"), anchors(visits)),
                        Html.element("tr", Html.element("th scope=col", columns.brief(FORM)), Html.all(names)),
                        Html.element("tr class=days", Html.element("td"), Html.all(days))),
                Html.element("tbody", Html.all(rows)));
    }

    /** Visits that follow each other and count from the same fact stand under one heading. */
    private Html anchors(List<Visit> visits) {
        List<Html> cells = new ArrayList<>();
        int first = 0;
        for (int at = 1; at <= visits.size(); at++) {
            if (at == visits.size()
                    || visits.get(at).anchor() != visits.get(first).anchor()) {
                cells.add(Html.element(
                        "th class=anchor scope=colgroup colspan=" + (at - first),
                        anchor(visits.get(first).anchor())));
                first = at;
            }
        }
        return Html.all(cells);
    }

    private Html anchor(Anchor anchor) {
        return columns.brief(ANCHORS.getOrDefault(anchor, Text.same(anchor.name())));
    }

    private Html row(String form, List<Visit> visits) {
        Html title = columns.brief(study.questionnaire(form).title());
        return Html.element(
                "tr",
                Html.element(
                        "th scope=row",
                        new Html("<a href=\"#form-" + Html.text(form).markup() + "\">" + title.markup() + "</a>")),
                Html.all(visits.stream()
                        .map(visit -> Html.element("td", mark(visit, form)))
                        .toList()));
    }

    private static String mark(Visit visit, String form) {
        return visit.forms().stream()
                .filter(each -> each.form().equals(form))
                .map(each -> each.by() == FilledBy.PARTICIPANT ? "●" : "○")
                .findFirst()
                .orElse("");
    }

    private Html diary() {
        List<Html> rows = study.schedule().blocks().stream().map(this::block).toList();
        return Html.element(
                "table class=list",
                Html.element(
                        "thead",
                        Html.element(
                                "tr",
                                Html.element("th scope=col", columns.brief(DIARY)),
                                Html.element("th scope=col", columns.brief(COUNTED_FROM)),
                                Html.element("th scope=col", columns.brief(DAYS)),
                                Html.element("th scope=col", columns.brief(LOCK)))),
                Html.element("tbody", Html.all(rows)));
    }

    private Html block(DiaryBlock block) {
        return Html.element(
                "tr",
                Html.element("th scope=row", Html.inline("span class=code", block.code()), columns.brief(block.name())),
                Html.element("td", anchor(block.anchor())),
                Html.element("td", days(block.firstDay(), block.lastDay())),
                Html.element("td", String.valueOf(block.lockAfterHours())));
    }

    private Html events() {
        return Html.element(
                "table class=list",
                Html.element(
                        "thead",
                        Html.element(
                                "tr",
                                Html.element("th scope=col", columns.brief(EVENTS)),
                                Html.element("th scope=col", columns.brief(WHEN)),
                                Html.element("th scope=col", columns.brief(BY)))),
                Html.element(
                        "tbody",
                        Html.all(study.schedule().events().stream()
                                .map(this::event)
                                .toList())));
    }

    private Html event(EventForm event) {
        return Html.element(
                "tr",
                Html.element("th scope=row", Html.inline("span class=code", event.code()), columns.brief(event.name())),
                Html.element("td", event.when().map(columns::brief).orElse(Html.NOTHING)),
                Html.element(
                        "td",
                        columns.brief(event.by() == FilledBy.PARTICIPANT ? PARTICIPANT : STAFF),
                        Html.text(", "),
                        columns.brief(event.repeating() ? EACH_TIME : ONCE)));
    }

    private static String days(int first, int last) {
        return first == last ? String.valueOf(first) : first + " – " + last;
    }
}
