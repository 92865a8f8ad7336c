package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule;
import org.commensal.protocol.Study;

/** Every questionnaire of a study as it is filled in: each question in each language, with what is asked of whom. */
record FormPart(Study study, Columns columns) {

    private static final Text MINUTES = new Text("About %s minutes.", "Ongeveer %s minuten.");
    private static final Text ONE_MINUTE = new Text("About 1 minute.", "Ongeveer 1 minuut.");
    private static final Text ASKED_IF = new Text("Asked only if ", "Alleen gevraagd als ");
    private static final Text REQUIRED = new Text("May not be skipped.", "Mag niet worden overgeslagen.");
    private static final Text SCORES = new Text("Computed from the answers", "Berekend uit de antwoorden");
    private static final Text FROM = new Text("%s from %s", "%s vanaf %s");
    private static final Text FILLED_IN = new Text("Filled in", "Invullen");

    Html html() {
        return Html.all(study.questionnaires().values().stream().map(this::form).toList());
    }

    private Html form(Questionnaire form) {
        List<Html> items = new ArrayList<>();
        for (int at = 0; at < form.items().size(); at++) {
            items.add(item(at + 1, form.items().get(at)));
        }
        return Html.element(
                "section class=form id=form-" + form.id(),
                Html.element("h2", Html.inline("span class=code", form.id()), columns.brief(form.title())),
                Html.element("p class=when", columns.brief(FILLED_IN), Html.text(": " + when(form.id()))),
                Html.element("div class=opening", columns.each(language -> opening(form, language))),
                Html.all(items),
                scores(form),
                form.attribution()
                        .map(source -> columns.each("p class=source", source))
                        .orElse(Html.NOTHING));
    }

    private Html opening(Questionnaire form, Language language) {
        Text duration = form.minutes() == 1 ? ONE_MINUTE : MINUTES.with(form.minutes());
        return Html.all(
                form.intro()
                        .map(intro -> Html.element("p class=intro", intro.in(language)))
                        .orElse(Html.NOTHING),
                Html.element("p class=limits", duration.in(language)));
    }

    /** The codes of the visits, diaries and events that have this form. */
    private String when(String form) {
        Stream<String> visits = study.schedule().visits().stream()
                .filter(visit ->
                        visit.forms().stream().anyMatch(each -> each.form().equals(form)))
                .map(Schedule.Visit::code);
        Stream<String> diaries = study.schedule().blocks().stream()
                .filter(block -> block.form().equals(form))
                .map(Schedule.DiaryBlock::code);
        Stream<String> events = study.schedule().events().stream()
                .filter(event -> event.form().equals(form))
                .map(Schedule.EventForm::code);
        return Stream.of(visits, diaries, events).flatMap(each -> each).collect(Collectors.joining(", "));
    }

    private Html item(int number, Item item) {
        return Html.element(
                "article class=item",
                Html.element(
                        "div class=gutter",
                        Html.element("span class=number", String.valueOf(number)),
                        Html.inline("code", item.code())),
                columns.each(language -> question(item, language)));
    }

    private static Html question(Item item, Language language) {
        Html condition = item.askIf()
                .map(asked -> Html.element(
                        "p class=if", Html.text(ASKED_IF.in(language)), Html.inline("code", asked.source())))
                .orElse(Html.NOTHING);
        Html help = item.help()
                .map(text -> Html.element("p class=help", text.in(language)))
                .orElse(Html.NOTHING);
        Html required = item.required() ? Html.element("p class=limits", REQUIRED.in(language)) : Html.NOTHING;
        return Html.all(
                condition,
                Html.element("p class=question", item.question().in(language)),
                help,
                AnswerSpace.of(item, language),
                required);
    }

    private Html scores(Questionnaire form) {
        if (form.scores().isEmpty()) {
            return Html.NOTHING;
        }
        return Html.element(
                "div class=scores",
                Html.element("h3", columns.brief(SCORES)),
                Html.all(form.scores().stream().map(this::score).toList()));
    }

    private Html score(Questionnaire.Score score) {
        Html bands = columns.each(language -> Html.element(
                "p class=limits",
                String.join(
                        " · ",
                        score.bands().stream()
                                .map(band -> FROM.in(language)
                                        .formatted(
                                                band.label().in(language),
                                                band.from().toPlainString()))
                                .toList())));
        return Html.all(
                Html.element(
                        "p class=question",
                        columns.brief(score.label()),
                        Html.text(" "),
                        Html.inline("code", score.code())),
                Html.element(
                        "p class=limits", Html.inline("code", score.formula().source())),
                score.bands().isEmpty() ? Html.NOTHING : bands);
    }
}
