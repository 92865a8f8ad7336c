package org.commensal.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent: strings by field, and what is wrong with them, so that it can be shown again as it was filled
 * in, but for characters that no database keeps. Reading a value that cannot be read notes the fault and goes on; {@link #complete} refuses with all of them.
 */
public final class Form {

    private static final Text FAULTY = new Text("Some answers cannot be accepted.", "Sommige antwoorden kloppen niet.");
    private static final Text EMPTY = new Text("Fill this in.", "Vul dit in.");
    private static final Text NO_NUMBER = new Text("Write a whole number.", "Schrijf een heel getal.");
    private static final Text NO_DATE = new Text(
            "\"%s\" is not a date. Write it as year-month-day: 2026-11-23.",
            "\"%s\" is geen datum. Schrijf jaar-maand-dag: 2026-11-23.");

    private final Map<String, List<String>> values;
    private final Map<String, String> fields;
    private final Map<String, Text> faults = new LinkedHashMap<>();
    private Optional<Text> refusal = Optional.empty();

    private Form(Map<String, List<String>> values, Map<String, String> fields) {
        this.values = values;
        this.fields = fields;
    }

    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    public static Form of(MultivaluedMap<String, String> sent) {
        return of(sent, Map.of());
    }

    /** @param fields the field of each name that a refusal points to, where it is another */
    public static Form of(MultivaluedMap<String, String> sent, Map<String, String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        sent.forEach((field, each) ->
                values.put(field, each.stream().map(JsonValues::characters).toList()));
        return new Form(values, fields);
    }

    /** What was sent for a field, as it was typed; empty where nothing was. */
    public String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** A value that must be there. */
    public String required(String field) {
        String value = value(field).strip();
        if (value.isEmpty()) {
            faults.putIfAbsent(field, EMPTY);
        }
        return value;
    }

    /** A value that must be there and is taken as it is, spaces and all. */
    public String secret(String field) {
        required(field);
        return value(field);
    }

    /** A date that must be there; the first day of the epoch, and a fault noted, where it is not. */
    public LocalDate day(String field) {
        String value = required(field);
        try {
            return JsonValues.date(value);
        } catch (DateTimeException malformed) {
            faults.putIfAbsent(field, NO_DATE.with(value));
            return LocalDate.EPOCH;
        }
    }

    /** A whole number that must be there; 0, and a fault noted, where it is not. */
    public int whole(String field) {
        try {
            return Integer.parseInt(required(field));
        } catch (NumberFormatException none) {
            faults.putIfAbsent(field, NO_NUMBER);
            return 0;
        }
    }

    /** A tick: yes where the box was ticked. */
    public boolean ticked(String field) {
        return !value(field).isEmpty();
    }

    /** Notes that a field cannot be accepted. */
    public void fault(String field, Text why) {
        faults.putIfAbsent(field, why);
    }

    /** Ends the reading: refuses if any value could not be read. */
    public void complete() {
        if (!faults.isEmpty()) {
            List<Violation> violations = new ArrayList<>();
            faults.forEach((field, text) -> violations.add(new Violation("/" + field, text)));
            throw new Refusal(Reason.INVALID, FAULTY, violations);
        }
    }

    /** This form with the faults of a refusal, each at the field that the end of its pointer names. */
    public Form refused(Refusal declined) {
        declined.violations()
                .forEach(violation -> faults.putIfAbsent(fieldOf(violation.pointer()), violation.message()));
        refusal = Optional.of(declined.text());
        return this;
    }

    public Optional<Text> fault(String field) {
        return Optional.ofNullable(faults.get(field));
    }

    public Map<String, Text> faults() {
        return faults;
    }

    /** The ids that describe a field to a screen reader; {@code null} for none, so that the attribute is left out. */
    public @Nullable String described(String field, boolean hint) {
        String ids = (hint ? field + "-hint " : "") + (faults.containsKey(field) ? field + "-fault" : "");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** Why the form was declined as a whole. */
    public Optional<Text> refusal() {
        return refusal;
    }

    private String fieldOf(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return fields.getOrDefault(name, name);
    }
}
