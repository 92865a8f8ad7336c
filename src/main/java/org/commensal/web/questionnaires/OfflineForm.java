package org.commensal.web.questionnaires;

import static org.commensal.audit.JsonColumn.JSON;

import gg.jte.output.StringOutput;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Questionnaire.Score;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.web.Screen;
import org.jspecify.annotations.Nullable;

/**
 * A form as a phone asks it without the server: each question as the page of the server shows it, the condition under
 * which it is asked as a tree, what an answer has to be, and the sentences for one that is not.
 */
final class OfflineForm {

    /** Stands in a sentence for what was written. */
    private static final String WRITTEN = "…";

    private final Templates pages;
    private final Screen screen;

    OfflineForm(Templates pages, Screen screen) {
        this.pages = pages;
        this.screen = screen;
    }

    JsonObject of(Study study, Questionnaire form) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        form.items().forEach(item -> items.add(item(form, item)));
        JsonArrayBuilder scores = JSON.createArrayBuilder();
        form.scores()
                .forEach(score ->
                        scores.add(JSON.createArrayBuilder().add(score.code()).add(tree(score.formula()))));
        return JSON.createObjectBuilder()
                .add("title", screen.in(form.title()))
                .add("intro", form.intro().map(screen::in).orElse(""))
                .add("attribution", form.attribution().map(screen::in).orElse(""))
                .add("items", items)
                .add("scores", scores)
                .add("help", help(study, form))
                .build();
    }

    /** What the person is told at once, as far as this form alone decides it. */
    private JsonArrayBuilder help(Study study, Questionnaire form) {
        Set<String> own = Stream.concat(
                        form.items().stream().map(Item::code),
                        form.scores().stream().map(Score::code))
                .collect(Collectors.toSet());
        JsonArrayBuilder help = JSON.createArrayBuilder();
        study.conduct().safety().alerts().stream()
                .filter(alert -> own.containsAll(alert.when().names()))
                .forEach(alert -> alert.help()
                        .ifPresent(text -> help.add(JSON.createObjectBuilder()
                                .add("when", tree(alert.when()))
                                .add("text", screen.in(text)))));
        return help;
    }

    private JsonObjectBuilder item(Questionnaire form, Item item) {
        JsonObjectBuilder written = plain(form, item);
        item.askIf().ifPresent(condition -> written.add("askIf", tree(condition)));
        Optional.ofNullable(item.settings().get("formula"))
                .ifPresent(formula -> written.add("formula", tree(Expression.parse(formula))));
        if (!ItemTypes.of(item).isAsked()) {
            return written;
        }
        JsonArrayBuilder parts = JSON.createArrayBuilder();
        ItemTypes.of(item)
                .parts(item)
                .forEach(part -> parts.add(plain(form, part).add("name", screen.in(part.question()))));
        UsualLimits.question(item, WRITTEN)
                .ifPresent(question -> written.add(
                        "usual",
                        JSON.createObjectBuilder()
                                .add("least", item.settings().getOrDefault(UsualLimits.LEAST, ""))
                                .add("most", item.settings().getOrDefault(UsualLimits.MOST, ""))
                                .add("question", screen.in(question))));
        return written.add("parts", parts)
                .add("html", html(item))
                .add("skip", screen.t(item.mayRefuse() ? "asking.refuse" : "asking.skip"))
                .add("unanswered", screen.in(Filling.open(item)))
                .add("faults", together(form, item));
    }

    /** What an item has that a part of one has as well. */
    private JsonObjectBuilder plain(Questionnaire form, Item item) {
        return JSON.createObjectBuilder()
                .add("code", item.code())
                .add("type", item.type())
                .add("required", item.required())
                .add("settings", JSON.createObjectBuilder(Map.copyOf(item.settings())))
                .add(
                        "options",
                        JSON.createArrayBuilder(
                                item.options().stream().map(Item.Option::value).toList()))
                .add("parts", JSON.createArrayBuilder())
                .add("missing", sentence(form, item, null))
                .add("fault", item.type().equals("text") ? "" : sentence(form, item, WRITTEN));
    }

    /** What is said of parts that do not go together. */
    private JsonObjectBuilder together(Questionnaire form, Item item) {
        return item.type().equals("medication")
                ? JSON.createObjectBuilder()
                        .add("unit", sentence(form, item, Map.of("product", WRITTEN, "dose", "1")))
                        .add("atc", sentence(form, item, Map.of("product", "-", "atc", WRITTEN)))
                : JSON.createObjectBuilder();
    }

    private String sentence(Questionnaire form, Item item, @Nullable Object given) {
        return form.fault(item, given).map(screen::in).orElse("");
    }

    private String html(Item item) {
        StringOutput html = new StringOutput();
        Question question = Questions.of(item, Map.of(), Set.of(), Optional.<Text>empty(), screen.texts());
        pages.partQuestion(screen, question, true).render(html);
        return html.toString();
    }

    private static JsonArrayBuilder tree(Expression expression) {
        return array(expression.tree());
    }

    private static JsonArrayBuilder array(Collection<?> parts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Object part : parts) {
            if (part instanceof List<?> deeper) {
                array.add(array(deeper));
            } else if (part instanceof Boolean truth) {
                array.add(truth);
            } else {
                array.add((String) part);
            }
        }
        return array;
    }
}
