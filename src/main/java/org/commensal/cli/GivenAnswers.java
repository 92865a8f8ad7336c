package org.commensal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commensal.instrument.Item;
import org.commensal.instrument.ItemTypes;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one person as they were written on the command line: {@code code=value} each, or values in the order in
 * which the form prints its questions.
 */
final class GivenAnswers {

    private static final Pattern BY_CODE = Pattern.compile("([a-z][a-z0-9_]*)=(.*)", Pattern.DOTALL);
    private static final String SKIPPED = "-";

    private static final Text MIXED = new Text(
            "\"%s\" has no code and others have. Give every answer as code=value, or none.",
            "\"%s\" heeft geen code en andere wel. Geef elk antwoord als code=waarde, of geen enkel.");
    private static final Text TWICE =
            new Text("This answer is given twice. Keep one of them.", "Dit antwoord staat er twee keer. Houd er één.");
    private static final Text TOO_MANY = new Text(
            "There are %s answers and only %s questions. Leave out what is too much.",
            "Er zijn %s antwoorden en maar %s vragen. Laat weg wat te veel is.");

    private final Map<String, Item> asked = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> given = new LinkedHashMap<>();
    private final List<Refusal.Violation> violations = new ArrayList<>();

    GivenAnswers(Questionnaire form, List<String> written) {
        form.items().stream()
                .filter(item -> ItemTypes.of(item).isAsked())
                .forEach(item -> asked.put(item.code(), item));
        if (written.stream().anyMatch(answer -> BY_CODE.matcher(answer).matches())) {
            written.forEach(this::byCode);
        } else {
            inPrintedOrder(written);
        }
    }

    /** By item code, for the form to accept or to decline. */
    Map<String, @Nullable Object> given() {
        return given;
    }

    /** What is wrong with the way they were written. */
    List<Refusal.Violation> violations() {
        return violations;
    }

    private void byCode(String answer) {
        Matcher coded = BY_CODE.matcher(answer);
        if (!coded.matches()) {
            violations.add(new Refusal.Violation("", MIXED.with(Text.shorten(answer))));
        } else if (given.containsKey(coded.group(1))) {
            violations.add(new Refusal.Violation("/answers/" + coded.group(1), TWICE));
        } else {
            given.put(coded.group(1), value(Optional.ofNullable(asked.get(coded.group(1))), coded.group(2)));
        }
    }

    private void inPrintedOrder(List<String> written) {
        if (written.size() > asked.size()) {
            violations.add(new Refusal.Violation("", TOO_MANY.with(written.size(), asked.size())));
        }
        List<Item> items = List.copyOf(asked.values());
        for (int at = 0; at < Math.min(items.size(), written.size()); at++) {
            given.put(items.get(at).code(), value(Optional.of(items.get(at)), written.get(at)));
        }
    }

    /** A choice of several is written with commas. */
    private static Object value(Optional<Item> item, String written) {
        if (written.equals(SKIPPED)) {
            return "";
        }
        boolean several = item.filter(known -> known.type().equals("choices")).isPresent();
        return several && !written.isBlank()
                ? Arrays.stream(written.split(",")).map(String::strip).toList()
                : written;
    }
}
