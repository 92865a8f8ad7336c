package org.commensal.web.questionnaires;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;
import org.commensal.web.Form;
import org.commensal.web.Texts;
import org.commensal.web.questionnaires.Question.Choice;
import org.commensal.web.questionnaires.Question.Shape;
import org.jspecify.annotations.Nullable;

/** Turns the items of a questionnaire into what a page shows, and what a page sent into what a questionnaire takes. */
final class Questions {

    private static final int A_LINE = 80;

    private static final String CONFIRMED = "_confirmed";

    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("boolean", Shape.CARDS),
            Map.entry("choice", Shape.CARDS),
            Map.entry("choices", Shape.TICKS),
            Map.entry("nrs", Shape.SCALE),
            Map.entry("vas", Shape.ANALOGUE),
            Map.entry("integer", Shape.NUMBER),
            Map.entry("number", Shape.NUMBER),
            Map.entry("date", Shape.DATE),
            Map.entry("time", Shape.TIME),
            Map.entry("medication", Shape.PARTS),
            Map.entry("file", Shape.PARTS),
            Map.entry("text", Shape.LINE));

    private Questions() {}

    static Question of(Item item, Map<String, Object> given, Set<String> confirmed, Optional<Text> fault, Texts texts) {
        Object answer = given.get(item.code());
        return of(item, item.code(), shape(item), answer, confirmed, fault, texts);
    }

    private static Question of(
            Item item,
            String code,
            Shape shape,
            @Nullable Object given,
            Set<String> confirmed,
            Optional<Text> fault,
            Texts texts) {
        Optional<String> doubt = UsualLimits.doubt(item, given).map(texts::in);
        return new Question(
                code,
                shape,
                texts.in(item.question()),
                item.help().map(texts::in),
                choices(item, texts),
                values(given),
                item.settings().getOrDefault("unit", ""),
                item.required(),
                item.mayRefuse(),
                item.askIf().isPresent(),
                fault.filter(known -> doubt.isEmpty()).map(texts::in),
                doubt,
                confirmed.contains(code),
                parts(item, given, texts));
    }

    private static List<Question> parts(Item item, @Nullable Object given, Texts texts) {
        return ItemTypes.of(item).parts(item).stream()
                .map(part -> of(
                        part,
                        field(item, part),
                        part.options().isEmpty() ? SHAPES.getOrDefault(part.type(), Shape.LINE) : Shape.SELECT,
                        given instanceof Map<?, ?> written ? written.get(part.code()) : null,
                        Set.of(),
                        Optional.empty(),
                        texts))
                .toList();
    }

    private static String field(Item item, Item part) {
        return item.code() + "_" + part.code();
    }

    /** What was sent for an item: nothing for an empty field, a list where several may be chosen, else the text. */
    static @Nullable Object sent(Item item, Form form) {
        List<Item> parts = ItemTypes.of(item).parts(item);
        if (!parts.isEmpty()) {
            Map<String, String> written = new LinkedHashMap<>();
            parts.forEach(part -> filled(form, field(item, part)).forEach(value -> written.put(part.code(), value)));
            return written.isEmpty() ? null : written;
        }
        List<String> values = filled(form, item.code());
        if (values.isEmpty()) {
            return null;
        }
        return shape(item) == Shape.TICKS ? values : values.get(0);
    }

    private static List<String> filled(Form form, String field) {
        return form.values(field).stream().filter(value -> !value.isBlank()).toList();
    }

    /** Whether it was said of this very answer that it is right. */
    static boolean isConfirmed(Item item, Form form) {
        return form.values(CONFIRMED).contains(item.code() + "=" + form.value(item.code()));
    }

    /** The codes of the answers of which that was said. */
    static Set<String> confirmed(List<Item> items, Form form) {
        return items.stream()
                .filter(item -> isConfirmed(item, form))
                .map(Item::code)
                .collect(Collectors.toSet());
    }

    /** Notes every unusual answer of which it was not said. */
    static void doubt(List<Item> items, Map<String, Object> given, Form form) {
        items.stream().filter(item -> !isConfirmed(item, form)).forEach(item -> UsualLimits.doubt(
                        item, given.get(item.code()))
                .ifPresent(doubt -> form.fault(item.code(), doubt)));
    }

    private static Shape shape(Item item) {
        Shape shape = SHAPES.getOrDefault(item.type(), Shape.LINE);
        int length = Integer.parseInt(item.settings().getOrDefault("max-length", "0"));
        return shape == Shape.LINE && length > A_LINE ? Shape.PARAGRAPH : shape;
    }

    private static List<Choice> choices(Item item, Texts texts) {
        return switch (item.type()) {
            case "boolean" ->
                List.of(
                        new Choice("true", texts.get("yes"), Optional.empty()),
                        new Choice("false", texts.get("no"), Optional.empty()));
            case "nrs" ->
                IntStream.rangeClosed(0, 10)
                        .mapToObj(Integer::toString)
                        .map(number -> new Choice(number, number, Optional.empty()))
                        .toList();
            default ->
                item.options().stream()
                        .map(option -> new Choice(
                                option.value(),
                                texts.in(option.label()),
                                option.help().map(texts::in)))
                        .toList();
        };
    }

    private static List<String> values(@Nullable Object given) {
        if (given instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return given == null ? List.of() : List.of(String.valueOf(given));
    }
}
