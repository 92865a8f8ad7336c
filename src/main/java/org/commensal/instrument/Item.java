package org.commensal.instrument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Text;

/**
 * One question.
 *
 * @param code the variable name, snake_case
 * @param type a name of {@link ItemTypes}
 * @param help a second, quieter sentence
 * @param options of a choice, in the order shown
 * @param settings of the type, checked by it: least, most, unit, decimals, usual-least …
 * @param askIf the condition under which it is asked; always, where empty
 * @param required whether it may be skipped
 * @param exportClass how a release treats it: {@code normal}, {@code quasi-identifier}, {@code sensitive},
 *     {@code tells-arm}, {@code free-text} or {@code direct-identifier}
 */
public record Item(
        String code,
        String type,
        Text question,
        Optional<Text> help,
        List<Option> options,
        Map<String, String> settings,
        Optional<Expression> askIf,
        boolean required,
        String exportClass) {

    /** The setting of an item to which people may prefer not to answer. */
    public static final String MAY_REFUSE = "may-refuse";

    /** Whether no answer means that the person preferred not to say, and is recorded so. */
    public boolean mayRefuse() {
        return settings.containsKey(MAY_REFUSE);
    }

    /** The same item in other words. */
    public Item worded(Text asked, Optional<Text> explained, List<Option> offered) {
        return new Item(code, type, asked, explained, offered, settings, askIf, required, exportClass);
    }

    /** The same item with these settings as well. */
    public Item with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        return new Item(code, type, question, help, options, all, askIf, required, exportClass);
    }

    /** @param value the code that is stored and exported */
    public record Option(String value, Text label, Optional<Text> help) {}
}
