package org.commensal.export.redcap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * What a client of REDCap asks for. Lists come as {@code records[0]=a&records[1]=b} and as {@code records=a,b}. What would
 * change the answer and is not known here is refused, never passed over.
 *
 * @param content such as {@code metadata} or {@code record}
 * @param isEav one line a value instead of one a row
 * @param labels what codes mean instead of the codes
 * @param headings the labels of fields above the columns instead of their names
 * @param eventLabels what events are called instead of their names
 * @param optionLabels what a ticked option means instead of that it is ticked
 * @param blankForGray nothing instead of 0 where an expected form was never filled in
 * @param lists {@code records}, {@code fields}, {@code forms}, {@code events} and {@code arms}; empty for all
 */
public record Wanted(
        String content,
        Format format,
        boolean isEav,
        boolean labels,
        boolean headings,
        boolean eventLabels,
        boolean optionLabels,
        boolean blankForGray,
        Map<String, Set<String>> lists) {

    /** How the answer is written. */
    public enum Format {
        CSV,
        JSON
    }

    private static final List<String> LISTS = List.of("records", "fields", "forms", "events", "arms");

    private static final Text READING = new Text(
            "This interface only reads: a release is never changed.",
            "Hier kan alleen worden gelezen: een dataset verandert nooit.");
    private static final Text NOT_THIS = new Text(
            "The parameter \"%s\" cannot be \"%s\" here. It can be: %s.",
            "De parameter \"%s\" kan hier niet \"%s\" zijn. Wel: %s.");

    /** What a parameter may be, the usual first; an empty one is as good as none. */
    private static final Map<String, List<String>> ALLOWED = new LinkedHashMap<>();

    static {
        ALLOWED.put("format", List.of("csv", "json"));
        ALLOWED.put("type", List.of("flat", "eav"));
        ALLOWED.put("rawOrLabel", List.of("raw", "label"));
        ALLOWED.put("rawOrLabelHeaders", List.of("raw", "label"));
        ALLOWED.put("eventName", List.of("unique", "label"));
        ALLOWED.put("exportCheckboxLabel", List.of("false", "true"));
        ALLOWED.put("exportBlankForGrayFormStatus", List.of("false", "true"));
        ALLOWED.put("combineCheckboxOptions", List.of("false"));
        ALLOWED.put("csvDelimiter", List.of(","));
        ALLOWED.put("decimalCharacter", List.of("."));
        ALLOWED.put("filterLogic", List.of(""));
        ALLOWED.put("dateRangeBegin", List.of(""));
        ALLOWED.put("dateRangeEnd", List.of(""));
    }

    /**
     * Reads a form as it was sent.
     *
     * @throws Refusal {@code NOT_ALLOWED} for what would change something, {@code INVALID} for what is not known here
     */
    public static Wanted of(Map<String, List<String>> sent) {
        String action = value(sent, "action");
        if (sent.containsKey("data") || !Set.of("", "export").contains(action)) {
            throw new Refusal(Reason.NOT_ALLOWED, READING);
        }
        Map<String, String> chosen = new TreeMap<>();
        ALLOWED.forEach((name, allowed) -> chosen.put(name, choice(name, value(sent, name), allowed)));
        Map<String, Set<String>> lists = new TreeMap<>();
        LISTS.forEach(name -> lists.put(name, list(sent, name)));
        boolean labels = is(chosen, "rawOrLabel", "label");
        return new Wanted(
                value(sent, "content"),
                is(chosen, "format", "json") ? Format.JSON : Format.CSV,
                is(chosen, "type", "eav"),
                labels,
                is(chosen, "rawOrLabelHeaders", "label"),
                labels && !value(sent, "eventName").equals("unique"),
                is(chosen, "exportCheckboxLabel", "true"),
                is(chosen, "exportBlankForGrayFormStatus", "true"),
                lists);
    }

    private static boolean is(Map<String, String> chosen, String name, String value) {
        return value.equals(chosen.get(name));
    }

    private static String value(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String choice(String name, String value, List<String> allowed) {
        if (value.isEmpty()) {
            return allowed.get(0);
        }
        return allowed.stream()
                .filter(value.toLowerCase(Locale.ROOT)::equals)
                .findFirst()
                .orElseThrow(() -> refused(name, value, allowed));
    }

    private static Set<String> list(Map<String, List<String>> sent, String name) {
        Set<String> list = new LinkedHashSet<>();
        sent.forEach((key, values) -> {
            if (key.equals(name)) {
                values.stream().flatMap(value -> Stream.of(value.split(","))).forEach(list::add);
            } else if (key.startsWith(name) && key.matches(name + "\\[[0-9]{0,9}]")) {
                list.addAll(values);
            }
        });
        Set<String> stripped = new LinkedHashSet<>();
        list.stream().map(String::strip).filter(value -> !value.isEmpty()).forEach(stripped::add);
        return stripped;
    }

    /** Whether rows of everybody are to be read. */
    public boolean asksForEverybody() {
        return content.equals("record") && records().isEmpty();
    }

    Set<String> records() {
        return list("records");
    }

    Set<String> list(String name) {
        return lists.getOrDefault(name, Set.of());
    }

    /** Whether this one of a list was asked for, by being named or by none being named. */
    boolean asksFor(String list, String value) {
        return list(list).isEmpty() || list(list).contains(value);
    }

    /** @throws Refusal {@code INVALID} where something is named in a list that there is not */
    void names(String list, Set<String> known) {
        List<String> unknown = new ArrayList<>(list(list));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused(
                    list, unknown.get(0), known.stream().sorted().limit(20).toList());
        }
    }

    static Refusal refused(String name, String value, List<String> allowed) {
        String cut = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        String all = allowed.equals(List.of("")) ? "—" : String.join(", ", allowed);
        return new Refusal(Reason.INVALID, NOT_THIS.with(name, cut.replaceAll("\\p{Cntrl}", " "), all));
    }

    /** A cell of an option. */
    String tick(boolean chosen, String label) {
        if (labels) {
            String unlabelled = chosen ? "Checked" : "Unchecked";
            return optionLabels ? (chosen ? label : "") : unlabelled;
        }
        return chosen ? "1" : "0";
    }
}
