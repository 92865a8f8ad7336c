package org.commensal.protocol;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemType;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.ResultImport.Column;
import org.commensal.protocol.ResultImport.Dates;
import org.commensal.protocol.ResultImport.Decimals;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Schedule.FilledBy;

/** Reads how files of results fill forms, and checks each column against the form. */
final class ImportsReading {

    private static final Pattern FACTOR = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final int LONGEST_COLUMN = 80;

    private final Map<String, Questionnaire> forms;
    private final Schedule schedule;
    private final boolean sound;
    private final Codes codes = new Codes();
    private final Set<String> filled = new HashSet<>();

    /** @param sound whether schedule and forms have no fault, so that something may be held against them */
    ImportsReading(Map<String, Questionnaire> forms, Schedule schedule, boolean sound) {
        this.forms = forms;
        this.schedule = schedule;
        this.sound = sound;
    }

    List<ResultImport> read(Settings study) {
        return study.children("imports").stream().map(this::definition).toList();
    }

    /** Whether a file fills this form, once they are read. */
    boolean fills(String form) {
        return filled.contains(form);
    }

    private ResultImport definition(Settings at) {
        String code = codes.unique(at, "code", Codes.KEBAB, "blood-tests");
        Text name = at.text("name");
        String event = at.string("event");
        String form = at.string("form");
        filled.add(form);
        boolean fills = !sound || fills(at, event, form);
        Optional<Questionnaire> questionnaire =
                Optional.ofNullable(forms.get(form)).filter(found -> fills);
        Set<String> items = new HashSet<>();
        ResultImport read = new ResultImport(
                code,
                name,
                event,
                form,
                column(at, "participant"),
                column(at, "sampled"),
                enumerated(Dates.class, at.oneOf("dates", names(Dates.values()), "year-month-day")),
                enumerated(Decimals.class, at.oneOf("decimals", names(Decimals.values()), "point")),
                at.strings("told-apart-by"),
                at.children("columns", 1).stream()
                        .map(each -> column(each, questionnaire, items))
                        .toList());
        checkHeader(at, read);
        checkToldApart(at, read, items);
        questionnaire.ifPresent(found -> checkRequired(at, found, items));
        at.done();
        return read;
    }

    private boolean fills(Settings at, String event, String form) {
        boolean atVisit = schedule.visits().stream()
                .filter(visit -> visit.code().equals(event))
                .flatMap(visit -> visit.forms().stream())
                .anyMatch(filled -> filled.form().equals(form) && filled.by() == FilledBy.STAFF);
        boolean atEvent = schedule.event(event)
                .filter(found -> found.form().equals(form) && found.by() == FilledBy.STAFF)
                .isPresent();
        if (!atVisit && !atEvent && !event.isEmpty() && !form.isEmpty()) {
            at.fault(
                    "form",
                    "Staff do not fill in \"" + form + "\" at \"" + event + "\".",
                    "Name a visit or an event, and a form that staff fill in there.");
        }
        return atVisit || atEvent;
    }

    private Column column(Settings at, Optional<Questionnaire> form, Set<String> items) {
        String column = column(at, "column");
        String code = at.string("item");
        if (!code.isEmpty() && !items.add(code)) {
            at.fault("item", "Two columns fill \"" + code + "\".", "Fill each item from one column.");
        }
        Optional<Item> item = form.flatMap(found -> item(at, found, code));
        Column read = new Column(
                column,
                code,
                at.has("unit-column") ? Optional.of(column(at, "unit-column")) : Optional.empty(),
                factors(at, item),
                values(at, item));
        at.done();
        return read;
    }

    private static Optional<Item> item(Settings at, Questionnaire form, String code) {
        Optional<Item> item = form.items().stream()
                .filter(each -> each.code().equals(code))
                .filter(each -> ItemTypes.of(each).isAsked()
                        && ItemTypes.of(each).parts(each).isEmpty())
                .findFirst();
        if (item.isEmpty() && !code.isEmpty()) {
            at.fault(
                    "item",
                    "\"" + code + "\" cannot be filled in from a file on form \"" + form.id() + "\".",
                    "Name a question of the form that has a single answer.");
        }
        return item;
    }

    private static Map<String, BigDecimal> factors(Settings at, Optional<Item> item) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        String own = item.map(each -> each.settings().getOrDefault("unit", "")).orElse("");
        if (!own.isEmpty()) {
            factors.put(own, BigDecimal.ONE);
        }
        if (at.has("unit-column") && item.isPresent() && own.isEmpty()) {
            at.fault("unit-column", "The question has no unit.", "Remove unit-column, or give the question a unit.");
        }
        at.optionalChild("units").ifPresent(units -> units.keys().forEach(unit -> {
            String factor = units.optionalString(unit).orElse("");
            if (FACTOR.matcher(factor).matches() && new BigDecimal(factor).signum() > 0) {
                factors.put(unit, new BigDecimal(factor));
            } else if (!factor.isEmpty()) {
                units.fault(unit, "\"" + Text.shorten(factor) + "\" is no factor.", "Write a number such as 0.1.");
            }
        }));
        if (at.has("units") && !at.has("unit-column")) {
            at.fault("units", "No column says in which unit a result is.", "Name it with unit-column.");
        }
        return factors;
    }

    private static Map<String, String> values(Settings at, Optional<Item> item) {
        Map<String, String> values = new LinkedHashMap<>();
        at.optionalChild("values").ifPresent(words -> words.keys().forEach(word -> {
            String answer = words.optionalString(word).orElse("");
            values.put(word, answer);
            if (!answer.isEmpty()
                    && item.filter(each -> ItemTypes.of(each).read(each, answer) instanceof ItemType.Reading.Declined)
                            .isPresent()) {
                words.fault(
                        word, "\"" + Text.shorten(answer) + "\" is no answer to it.", "Write an answer that it has.");
            }
        }));
        return values;
    }

    private static String column(Settings at, String key) {
        String column = at.string(key);
        if (column.length() > LONGEST_COLUMN || !column.equals(column.strip())) {
            at.fault(key, "This cannot be the name of a column.", "Write at most " + LONGEST_COLUMN + " characters.");
        }
        return column;
    }

    /** A column of results is read once; one that says the unit may stand beside several. */
    private static void checkHeader(Settings at, ResultImport read) {
        Set<String> seen = new HashSet<>(Set.of(read.participant()));
        for (Column column : read.columns()) {
            if (!seen.add(column.column())) {
                at.fault("columns", "Column \"" + column.column() + "\" is read twice.", "Read each column once.");
            }
        }
        if (read.columns().isEmpty()) {
            at.fault("columns", "Nothing is read from the file.", "List at least one column.");
        }
    }

    private void checkToldApart(Settings at, ResultImport read, Set<String> items) {
        boolean repeating =
                schedule.event(read.event()).filter(EventForm::repeating).isPresent();
        if (sound && repeating == read.toldApartBy().isEmpty()) {
            at.fault(
                    repeating ? "event" : "told-apart-by",
                    repeating
                            ? "The event repeats, and nothing tells one result from another."
                            : "It is filled in once.",
                    repeating ? "Name under told-apart-by the items that do." : "Remove told-apart-by.");
        }
        read.toldApartBy().stream()
                .filter(item -> !items.contains(item))
                .forEach(item -> at.fault(
                        "told-apart-by", "No column fills \"" + Text.shorten(item) + "\".", "Name items of columns."));
    }

    private static void checkRequired(Settings at, Questionnaire form, Set<String> items) {
        form.items().stream()
                .filter(item -> item.required() && item.askIf().isEmpty() && !items.contains(item.code()))
                .forEach(item -> at.fault(
                        "columns",
                        "No column fills \"" + item.code() + "\", which the form cannot do without.",
                        "Add a column for it."));
    }

    private static <E extends Enum<E>> E enumerated(Class<E> of, String written) {
        return Enum.valueOf(of, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<String> names(Enum<?>... constants) {
        return List.of(constants).stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
