package org.commensal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** The words of the interface in one language, and dates as that language writes them. */
public final class Texts {

    private static final String BUNDLE = "org.commensal.web.messages";

    private static final Map<Language, Texts> ALL =
            Stream.of(Language.values()).collect(Collectors.toUnmodifiableMap(each -> each, Texts::new));

    private final Language language;
    private final ResourceBundle words;
    private final Map<String, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

    private Texts(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                BUNDLE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    public Language language() {
        return language;
    }

    /** The sentence of this key, with these values in its {@code %s} places. */
    public String get(String key, Object... values) {
        String sentence = words.getString(key);
        return values.length == 0 ? sentence : String.format(language.locale(), sentence, values);
    }

    /** The sentence for a count: {@code key.one} for 1, {@code key.many} for every other number. */
    public String count(String key, int count) {
        return get(key + (count == 1 ? ".one" : ".many"), count);
    }

    public String in(Text text) {
        return text.in(language);
    }

    /** {@code 23 November 2026}. */
    public String day(LocalDate day) {
        return written(day, "d MMMM yyyy");
    }

    /** {@code 23 Nov}, where the year is clear from what stands around it. */
    public String shortDay(LocalDate day) {
        return written(day, "d MMM");
    }

    /** {@code Nov 2026}. */
    public String month(LocalDate day) {
        return written(day, "MMM yyyy");
    }

    /** {@code November 2026}. */
    public String wholeMonth(LocalDate day) {
        return written(day, "MMMM yyyy");
    }

    /** {@code Mon}, as the head of a column. */
    public String dayOfWeek(LocalDate day) {
        return written(day, "EEE");
    }

    /** {@code 23 Nov 2026}, in tables. */
    public String dayOfYear(LocalDate day) {
        return written(day, "d MMM yyyy");
    }

    /** {@code Monday 23 November}. */
    public String weekday(LocalDate day) {
        return written(day, "EEEE d MMMM");
    }

    /** {@code 23 November 2026, 14:05} on the clocks of a place. */
    public String moment(Instant instant, ZoneId zone) {
        return formatter("d MMMM yyyy, HH:mm").format(instant.atZone(zone));
    }

    /** {@code 23 Nov, 14:05} on the clocks of a place. */
    public String shortMoment(Instant instant, ZoneId zone) {
        return formatter("d MMM, HH:mm").format(instant.atZone(zone));
    }

    private String written(LocalDate day, String pattern) {
        return formatter(pattern).format(day);
    }

    private DateTimeFormatter formatter(String pattern) {
        return formatters.computeIfAbsent(pattern, known -> DateTimeFormatter.ofPattern(known, locale()));
    }

    private Locale locale() {
        return language == Language.NL ? Locale.forLanguageTag("nl-NL") : Locale.UK;
    }
}
