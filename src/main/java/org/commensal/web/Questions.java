package org.commensal.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commensal.instrument.Item;
import org.commensal.kernel.Text;
import org.commensal.web.Question.Choice;
import org.commensal.web.Question.Shape;
import org.jspecify.annotations.Nullable;

/** Turns the items of a questionnaire into what a page shows, and what a page sent into what a questionnaire takes. */
final class Questions {

    private static final int A_LINE = 80;

    private static final Map<String, Shape> SHAPES = Map.of(
            "boolean", Shape.CARDS,
            "choice", Shape.CARDS,
            "choices", Shape.TICKS,
            "nrs", Shape.SCALE,
            "integer", Shape.NUMBER,
            "number", Shape.NUMBER,
            "date", Shape.DATE,
            "time", Shape.TIME,
            "text", Shape.LINE);

    private Questions() {}

    static Question of(Item item, Map<String, Object> given, Optional<Text> fault, Texts texts) {
        return new Question(
                item.code(),
                shape(item),
                texts.in(item.question()),
                item.help().map(texts::in),
                choices(item, texts),
                values(given.get(item.code())),
                item.settings().getOrDefault("unit", ""),
                item.required(),
                item.askIf().isPresent(),
                fault.map(texts::in));
    }

    /** What was sent for an item: nothing for an empty field, a list where several may be chosen, else the text. */
    static @Nullable Object sent(Item item, Form form) {
        List<String> values = form.values(item.code()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        return shape(item) == Shape.TICKS ? values : values.get(0);
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
