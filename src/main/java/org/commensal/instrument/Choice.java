package org.commensal.instrument;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commensal.kernel.Language;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/** One of several options. Where every option is a whole number, as in a rating, the answer is that number. */
final class Choice implements ItemType {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of();
    }

    @Override
    public boolean hasOptions() {
        return true;
    }

    @Override
    public Type type(Item item) {
        return isNumbered(item) ? Type.NUMBER : Type.oneOf(values(item));
    }

    @Override
    public Reading read(Item item, Object given) {
        return option(item, given)
                .map(option -> Reading.of(
                        isNumbered(item)
                                ? new Value.Num(new BigDecimal(option.value()))
                                : new Value.Word(option.value())))
                .orElseGet(() -> declined(item, given));
    }

    static Optional<Item.Option> option(Item item, Object given) {
        String wanted = given instanceof BigDecimal number && Math.abs(number.scale()) < 10
                ? number.stripTrailingZeros().toPlainString()
                : String.valueOf(given);
        return item.options().stream()
                .filter(option -> option.value().equals(wanted))
                .findFirst();
    }

    static Reading declined(Item item, Object given) {
        return new Reading.Declined(new Text(
                        "Choose one of: %s; you wrote \"%s\".".formatted(labels(item, Language.EN), "%s"),
                        "Kies een van: %s; u schreef \"%s\".".formatted(labels(item, Language.NL), "%s"))
                .with(Echo.of(given)));
    }

    static Set<String> values(Item item) {
        return item.options().stream().map(Item.Option::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isNumbered(Item item) {
        return item.options().stream()
                .allMatch(option -> WHOLE.matcher(option.value()).matches());
    }

    private static String labels(Item item, Language language) {
        List<String> labels = item.options().stream()
                .map(option -> option.label().in(language).replace("%", "%%"))
                .toList();
        return String.join(", ", labels);
    }
}
