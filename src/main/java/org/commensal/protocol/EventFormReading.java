package org.commensal.protocol;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.commensal.instrument.Item;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Settings;
import org.commensal.protocol.AdverseEvents.Committee;
import org.commensal.protocol.AdverseEvents.Part;
import org.commensal.protocol.Schedule.EventForm;

/**
 * Reads which event forms the platform knows: adverse events and medicines. An item that is missing, of another type or
 * with other options is a fault where it is named.
 */
final class EventFormReading {

    private static final int LONGEST_DAYS = 365;
    private static final int MOST = 1000;

    private final Map<String, Questionnaire> forms;
    private final Schedule schedule;
    private final Predicate<String> doubtful;
    private final boolean sound;

    /**
     * @param doubtful names whose own definition is faulty
     * @param sound whether the schedule is; otherwise no event is missed
     */
    EventFormReading(Map<String, Questionnaire> forms, Schedule schedule, Predicate<String> doubtful, boolean sound) {
        this.forms = forms;
        this.schedule = schedule;
        this.doubtful = doubtful;
        this.sound = sound;
    }

    AdverseEvents adverseEvents(Settings at) {
        String event = at.string("event");
        Optional<Questionnaire> form = form(at, event);
        Map<Part, String> items = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Optional<String> code =
                    part.isNeeded() ? Optional.of(at.string(part.key())) : at.optionalString(part.key());
            code.ifPresent(named -> {
                items.put(part, named);
                check(at, part.key(), named, form, part.type(), part.options());
            });
        }
        AdverseEvents read = new AdverseEvents(
                event,
                items,
                anywhere(at, "age", "integer"),
                anywhere(at, "sex", "choice"),
                at.optionalChild("committee").map(EventFormReading::committee),
                Optional.of(at.integer("pause-at", 1, MOST, 0)).filter(count -> count > 0));
        at.done();
        return read;
    }

    private static Committee committee(Settings at) {
        Committee read =
                new Committee(at.integer("fatal-days", 1, LONGEST_DAYS), at.integer("other-days", 1, LONGEST_DAYS));
        at.done();
        return read;
    }

    Medicines medicines(Settings at) {
        String event = at.string("event");
        Optional<Questionnaire> form = form(at, event);
        Medicines read = new Medicines(event, at.string("medicine"), at.string("change"), at.string("date"));
        check(at, "medicine", read.medicine(), form, "medication", Set.of());
        check(at, "change", read.change(), form, "choice", Medicines.CHANGES);
        check(at, "date", read.date(), form, "date", Set.of());
        at.done();
        return read;
    }

    /** The form of an event that repeats; a fault where there is none. */
    private Optional<Questionnaire> form(Settings at, String code) {
        Optional<EventForm> event = schedule.event(code).filter(EventForm::repeating);
        if (sound && event.isEmpty() && !code.isEmpty()) {
            at.fault(
                    "event",
                    "There is no repeating event \"" + code + "\".",
                    ItemReading.oneOf(schedule.events().stream()
                            .filter(EventForm::repeating)
                            .map(EventForm::code)
                            .toList()));
        }
        return event.flatMap(found -> Optional.ofNullable(forms.get(found.form())));
    }

    private static void check(
            Settings at, String key, String code, Optional<Questionnaire> form, String type, Set<String> options) {
        if (form.isEmpty() || code.isEmpty()) {
            return;
        }
        Optional<Item> item = form.get().items().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (item.isEmpty()) {
            at.fault(
                    key,
                    "Form \"" + form.get().id() + "\" has no item \"" + code + "\".",
                    "Name an item of the form of this event.");
        } else if (!item.get().type().equals(type)) {
            at.fault(
                    key,
                    "Item \"" + code + "\" is of type " + item.get().type() + ".",
                    "Name an item of type " + type + ".");
        } else if (!options.isEmpty() && !options(item.get()).equals(options)) {
            at.fault(
                    key,
                    "Item \"" + code + "\" has other options: " + String.join(", ", new TreeSet<>(options(item.get())))
                            + ".",
                    "Give it these: " + String.join(", ", new TreeSet<>(options)) + ".");
        }
    }

    private static Set<String> options(Item item) {
        return item.options().stream().map(Item.Option::value).collect(Collectors.toSet());
    }

    /** An item of any form, where it is named. */
    private Optional<String> anywhere(Settings at, String key, String type) {
        Optional<String> code = at.optionalString(key);
        List<String> types = forms.values().stream()
                .flatMap(form -> form.items().stream())
                .filter(item -> code.filter(item.code()::equals).isPresent())
                .map(Item::type)
                .toList();
        if (code.filter(doubtful.negate()).isPresent() && !types.contains(type)) {
            at.fault(
                    key,
                    "No form has an item \"" + code.get() + "\" of type " + type + ".",
                    "Name such an item, or leave " + key + " out.");
        }
        return code;
    }
}
