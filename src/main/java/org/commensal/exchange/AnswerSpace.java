package org.commensal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** Where a question is answered on paper: options to tick, or a space to write in, with the limits in words. */
final class AnswerSpace {

    private static final Text YES = new Text("Yes", "Ja");
    private static final Text NO = new Text("No", "Nee");
    private static final Text FROM_TO = new Text("From %s to %s.", "Van %s tot en met %s.");
    private static final Text DECIMALS = new Text(" At most %s decimals.", " Hoogstens %s decimalen.");
    private static final Text ONE_DECIMAL = new Text(" At most 1 decimal.", " Hoogstens 1 decimaal.");
    private static final Text USUAL = new Text(" Usually %1$s to %2$s.", " Meestal %1$s tot en met %2$s.");
    private static final Text USUAL_FROM = new Text(" Usually at least %1$s.", " Meestal minstens %1$s.");
    private static final Text USUAL_TO = new Text(" Usually at most %2$s.", " Meestal hoogstens %2$s.");
    private static final Text CHARACTERS = new Text("At most %s characters.", "Hoogstens %s tekens.");
    private static final Text COMPUTED = new Text("Computed, not asked: ", "Berekend, niet gevraagd: ");
    private static final Text DAY = new Text("Day, month, year.", "Dag, maand, jaar.");
    private static final Text HOURS = new Text("Hours and minutes.", "Uren en minuten.");
    private static final Text SEVERAL = new Text("Choose all that apply.", "Kies alles wat klopt.");

    private static final Html SPACE = Html.element("span class=space");

    /** How one type is answered. */
    private interface Drawing {
        Html of(Item item, Language language);
    }

    private static final Map<String, Drawing> BY_TYPE = new LinkedHashMap<>();

    static {
        BY_TYPE.put("boolean", (item, language) -> ticks("round", List.of(YES.in(language), NO.in(language))));
        BY_TYPE.put("choice", (item, language) -> options("round", item, language));
        BY_TYPE.put(
                "choices",
                (item, language) -> Html.all(limits(SEVERAL.in(language)), options("square", item, language)));
        BY_TYPE.put("nrs", (item, language) -> scale());
        BY_TYPE.put("vas", AnswerSpace::line);
        BY_TYPE.put(
                "date",
                (item, language) -> Html.all(SPACE, limits(DAY.in(language) + usual(item.settings(), language))));
        BY_TYPE.put(
                "time",
                (item, language) -> Html.all(SPACE, limits(HOURS.in(language) + usual(item.settings(), language))));
        BY_TYPE.put("text", AnswerSpace::lines);
    }

    private AnswerSpace() {}

    /** An answer of several parts has each below the other; a type that is not in the table has a space, with its options and limits where it has them. */
    static Html of(Item item, Language language) {
        if (!ItemTypes.of(item).isAsked()) {
            String formula = item.settings().getOrDefault("formula", "");
            return Html.element("p class=limits", Html.text(COMPUTED.in(language)), Html.inline("code", formula));
        }
        List<Item> parts = ItemTypes.of(item).parts(item);
        if (!parts.isEmpty()) {
            return Html.all(parts.stream().map(part -> part(part, language)).toList());
        }
        return BY_TYPE.getOrDefault(item.type(), AnswerSpace::written).of(item, language);
    }

    private static Html options(String shape, Item item, Language language) {
        List<Html> rows = item.options().stream()
                .map(option -> Html.element(
                        "li class=" + shape,
                        Html.text(option.label().in(language)),
                        Html.inline("code", option.value()),
                        option.help()
                                .map(help -> Html.element("span class=help", help.in(language)))
                                .orElse(Html.NOTHING)))
                .toList();
        return Html.element("ul class=options", Html.all(rows));
    }

    private static Html ticks(String shape, List<String> labels) {
        List<Html> rows = labels.stream()
                .map(label -> Html.element("li class=" + shape, label))
                .toList();
        return Html.element("ul class=options", Html.all(rows));
    }

    private static Html scale() {
        List<Html> steps = IntStream.rangeClosed(0, 10)
                .mapToObj(step -> Html.element("li", String.valueOf(step)))
                .toList();
        return Html.element("ul class=scale", Html.all(steps));
    }

    private static Html part(Item part, Language language) {
        boolean isLong = part.options().size() > 5;
        String label = part.question().in(language);
        return isLong || part.type().equals("text")
                ? Html.element("p class=answer", Html.text(label), SPACE)
                : Html.all(Html.element("p class=limits", label), of(part, language));
    }

    /** A line to put a mark on, between what its ends mean. */
    private static Html line(Item item, Language language) {
        List<Html> ends = item.options().stream()
                .map(end -> Html.element("li", end.label().in(language)))
                .toList();
        return Html.all(Html.element("span class=line"), Html.element("ul class=ends", Html.all(ends)));
    }

    private static Html lines(Item item, Language language) {
        String most = item.settings().getOrDefault("max-length", "500");
        return Html.all(
                Html.element("span class=lines"), limits(CHARACTERS.with(most).in(language)));
    }

    private static Html written(Item item, Language language) {
        Map<String, String> settings = item.settings();
        if (!settings.containsKey("least")) {
            return item.options().isEmpty() ? SPACE : options("round", item, language);
        }
        String range = FROM_TO.with(settings.getOrDefault("least", ""), settings.getOrDefault("most", ""))
                .in(language);
        return Html.all(
                Html.element("p class=answer", SPACE, Html.text(settings.getOrDefault("unit", ""))),
                limits(range + fraction(settings.getOrDefault("decimals", "0"), language) + usual(settings, language)));
    }

    private static String usual(Map<String, String> settings, Language language) {
        String least = settings.getOrDefault(UsualLimits.LEAST, "");
        String most = settings.getOrDefault(UsualLimits.MOST, "");
        if (least.isEmpty() && most.isEmpty()) {
            return "";
        }
        Text range = most.isEmpty() ? USUAL_FROM : least.isEmpty() ? USUAL_TO : USUAL;
        return range.with(least, most).in(language);
    }

    private static String fraction(String decimals, Language language) {
        if (decimals.equals("0")) {
            return "";
        }
        return (decimals.equals("1") ? ONE_DECIMAL : DECIMALS.with(decimals)).in(language);
    }

    private static Html limits(String sentence) {
        return Html.element("p class=limits", sentence);
    }
}
