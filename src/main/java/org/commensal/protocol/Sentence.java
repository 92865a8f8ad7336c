package org.commensal.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.instrument.Expression;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** A sentence in both languages about values that have words in both languages themselves. */
final class Sentence {

    private static final String NOTHING = "–";

    private Sentence() {}

    /** Part of a sentence, which is said in full. */
    record Phrase(Text text) {}

    /** What words are now and were before; a language whose words stay says so. */
    static Phrase reworded(Text amended, Text old) {
        return new Phrase(new Text(
                amended.en().equals(old.en())
                        ? "\"%s\" as before, and otherwise in Dutch".formatted(Text.shorten(old.en()))
                        : "\"%s\" instead of \"%s\"".formatted(Text.shorten(amended.en()), Text.shorten(old.en())),
                amended.nl().equals(old.nl())
                        ? "\"%s\" zoals eerst, en anders in het Engels".formatted(Text.shorten(old.nl()))
                        : "\"%s\" in plaats van \"%s\"".formatted(Text.shorten(amended.nl()), Text.shorten(old.nl()))));
    }

    static Phrase reworded(Optional<Text> amended, Optional<Text> old) {
        return reworded(amended.orElse(Text.same(NOTHING)), old.orElse(Text.same(NOTHING)));
    }

    /** @param values for the {@code %s} places; a {@code Text} in the language of the sentence, what is absent as a dash */
    static Text of(String en, String nl, Object... values) {
        return new Text(filled(en, Language.EN, values), filled(nl, Language.NL, values));
    }

    private static String filled(String pattern, Language language, Object... values) {
        return String.format(
                pattern,
                Arrays.stream(values).map(value -> said(value, language)).toArray());
    }

    private static String said(Object value, Language language) {
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> said(present, language)).orElse(NOTHING);
        }
        if (value instanceof List<?> list) {
            String all = list.stream().map(each -> said(each, language)).collect(Collectors.joining(", "));
            return all.isEmpty() ? NOTHING : all;
        }
        if (value instanceof Map<?, ?> map) {
            return said(
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList(),
                    language);
        }
        if (value instanceof Phrase phrase) {
            return phrase.text().in(language);
        }
        if (value instanceof Text text) {
            return Text.shorten(text.in(language));
        }
        return value instanceof Expression expression ? expression.source() : String.valueOf(value);
    }
}
