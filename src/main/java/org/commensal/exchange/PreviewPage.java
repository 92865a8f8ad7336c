package org.commensal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * One study on one page that needs nothing else: no script, no picture, no address. Of the allocation it shows neither
 * method nor settings. The same files give the same page.
 *
 * @param hash of the study folder, so that a committee can tell which files it has seen
 * @param languages one, or both side by side
 */
public record PreviewPage(Study study, String hash, List<Language> languages) {

    private static final Text VERSION = new Text("Version %s", "Versie %s");
    private static final Text FILES = new Text("SHA-256 of the study folder", "SHA-256 van de onderzoeksmap");
    private static final Text TARGET = new Text("%s participants", "%s deelnemers");
    private static final Text CONTENTS = new Text("On this page", "Op deze pagina");
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    public PreviewPage {
        languages = List.copyOf(languages);
    }

    static byte[] bytes(Study study, String hash) {
        return new PreviewPage(study, hash, List.of(Language.values())).html().getBytes(StandardCharsets.UTF_8);
    }

    private Columns columns() {
        return new Columns(languages);
    }

    public String html() {
        Columns columns = columns();
        Language first = languages.get(0);
        ProtocolPart protocol = new ProtocolPart(study, columns);
        Html head = Html.element(
                "head",
                new Html("<meta charset=utf-8>\n<meta name=viewport content=\"width=device-width\">\n"),
                new Html("<meta http-equiv=Content-Security-Policy content=\"" + POLICY + "\">\n"),
                Html.element("title", study.title().in(first)),
                Html.element("style", new Html(style())));
        Html body = Html.element(
                "body",
                header(),
                Html.element(
                        "main",
                        contents(),
                        protocol.arms(),
                        protocol.criteria(),
                        protocol.consent(),
                        new SchedulePart(study, columns).html(),
                        new FormPart(study, columns).html()),
                footer());
        return "<!doctype html>\n"
                + Html.element("html lang=" + first.code(), head, body).markup();
    }

    private Html header() {
        return Html.element(
                "header",
                study.notice()
                        .map(notice -> columns().each("p class=notice", notice))
                        .orElse(Html.NOTHING),
                columns()
                        .each(language -> Html.all(
                                Html.element("h1", study.title().in(language)),
                                Html.element("p class=intro", study.summary().in(language)))),
                Html.element(
                        "p class=limits",
                        Html.inline("code", study.id()),
                        Html.text(" · "),
                        columns().brief(VERSION.with(study.version())),
                        Html.text(" · "),
                        columns().brief(TARGET.with(study.target()))));
    }

    private Html contents() {
        List<Html> forms = study.questionnaires().values().stream()
                .map(form -> link("form-" + form.id(), form.title()))
                .toList();
        return Html.element(
                "nav",
                Html.element("h2", columns().brief(CONTENTS)),
                Html.element(
                        "ul",
                        link("groups", new Text("Groups", "Groepen")),
                        link("criteria", new Text("Who can take part", "Wie kan meedoen")),
                        link("consent", new Text("Consent document", "Toestemmingsformulier")),
                        link("schedule", new Text("Schedule", "Schema")),
                        Html.all(forms)));
    }

    private Html link(String target, Text title) {
        return Html.element(
                "li",
                new Html("<a href=\"#" + Html.text(target).markup() + "\">"
                        + columns().brief(title).markup() + "</a>"));
    }

    private Html footer() {
        return Html.element("footer", columns().brief(FILES), Html.text(": "), Html.inline("code class=hash", hash));
    }

    private static String style() {
        try (InputStream found =
                Objects.requireNonNull(PreviewPage.class.getResourceAsStream("preview.css"), "no style")) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
