package org.commensal.exchange;

import java.util.List;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** What a committee reads before the questionnaires: the groups, who may take part, and the consent document. */
record ProtocolPart(Study study, Columns columns) {

    private static final Text ARMS = new Text("Groups", "Groepen");
    private static final Text INCLUSION = new Text("Who can take part", "Wie kan meedoen");
    private static final Text EXCLUSION = new Text("Who cannot take part", "Wie kan niet meedoen");
    private static final Text LEFT_OUT = new Text("Judged without a form", "Beoordeeld zonder formulier");
    private static final Text CONSENT = new Text("Consent document, version %s", "Toestemmingsformulier, versie %s");
    private static final Text NEEDED = new Text("Needed for a valid consent.", "Nodig voor een geldige toestemming.");
    private static final Text FREE = new Text("Free to choose.", "Vrije keuze.");

    Html arms() {
        List<Html> arms = study.arms().stream()
                .map(arm -> columns.each(language -> Html.all(
                        Html.element("h3", arm.name().in(language)),
                        Html.element("p", arm.description().in(language)))))
                .toList();
        return Html.element("section id=groups", Html.element("h2", columns.brief(ARMS)), Html.all(arms));
    }

    Html criteria() {
        return Html.element(
                "section id=criteria",
                Html.element("h2", columns.brief(INCLUSION)),
                criteria(true),
                Html.element("h2", columns.brief(EXCLUSION)),
                criteria(false),
                leftOut());
    }

    private Html criteria(boolean inclusion) {
        List<Html> rows = study.criteria().stream()
                .filter(criterion -> criterion.inclusion() == inclusion)
                .map(criterion -> Html.element(
                        "article class=item",
                        Html.element("div class=gutter", Html.inline("span class=code", criterion.id())),
                        Html.element(
                                "div",
                                columns.each("p", criterion.text()),
                                Html.element(
                                        "p class=limits",
                                        Html.inline(
                                                "code", criterion.expression().source())))))
                .toList();
        return Html.all(rows);
    }

    private Html leftOut() {
        if (study.criteriaLeftOut().isEmpty()) {
            return Html.NOTHING;
        }
        return Html.all(
                Html.element("h3", columns.brief(LEFT_OUT)),
                Html.all(study.criteriaLeftOut().stream()
                        .map(reason -> columns.each("p", reason))
                        .toList()));
    }

    Html consent() {
        Study.ConsentDocument consent = study.consent();
        return Html.element(
                "section id=consent",
                Html.element("h2", columns.brief(CONSENT.with(consent.version()))),
                columns.each("h3", consent.title()),
                Html.all(consent.paragraphs().stream()
                        .map(paragraph -> columns.each("p", paragraph))
                        .toList()),
                Html.all(consent.questions().stream().map(this::question).toList()));
    }

    private Html question(Study.ConsentQuestion question) {
        return Html.element(
                "article class=item",
                Html.element("div class=gutter", Html.inline("code", question.code())),
                columns.each(language -> Html.element(
                        "ul class=options",
                        Html.element(
                                "li class=square",
                                Html.text(question.question().in(language)),
                                Html.element("span class=help", (question.required() ? NEEDED : FREE).in(language))))));
    }
}
