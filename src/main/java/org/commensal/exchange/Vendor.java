package org.commensal.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.commensal.instrument.Licence;
import org.commensal.instrument.Provenance;
import org.commensal.instrument.Questionnaire;

/**
 * The names under which our exports carry what a format has no place for.
 *
 * <p>In ODM they are contexts of {@code Alias} and {@code FormalExpression}, which every schema of it allows; in FHIR
 * they are the addresses of extensions.
 */
final class Vendor {

    static final String NAMESPACE = "urn:study-protocol:";
    static final String TITLE = NAMESPACE + "title";
    static final String SUMMARY = NAMESPACE + "summary";
    static final String ZONE = NAMESPACE + "time-zone";
    static final String TARGET = NAMESPACE + "target";
    static final String ANCHOR = NAMESPACE + "anchor";
    static final String DAY = NAMESPACE + "day";
    static final String FROM = NAMESPACE + "from";
    static final String TO = NAMESPACE + "to";
    static final String FIRST_DAY = NAMESPACE + "first-day";
    static final String LAST_DAY = NAMESPACE + "last-day";
    static final String LOCK = NAMESPACE + "lock-after-hours";
    static final String BY = NAMESPACE + "by";
    static final String WHEN = NAMESPACE + "when";
    static final String EXPRESSION = NAMESPACE + "expression";
    static final String ASK_IF = NAMESPACE + "ask-if";
    static final String TYPE = NAMESPACE + "type";
    static final String EXPORT = NAMESPACE + "export";
    static final String MAY_REFUSE = NAMESPACE + "may-refuse";
    static final String RESULT = NAMESPACE + "result";
    static final String FORMULA = NAMESPACE + "formula";
    static final String USUAL_LEAST = NAMESPACE + "usual-least";
    static final String USUAL_MOST = NAMESPACE + "usual-most";
    static final String INDICATION = NAMESPACE + "indication";
    static final String END = NAMESPACE + "end";
    static final String MINUTES = NAMESPACE + "minutes";
    static final String INTRO = NAMESPACE + "intro";
    static final String ATTRIBUTION = NAMESPACE + "attribution";
    static final String VERSION = NAMESPACE + "version";
    static final String SOURCE = NAMESPACE + "source";
    static final String LICENCE = NAMESPACE + "licence";
    static final String STATEMENT = NAMESPACE + "licence-statement";
    static final String UNVERIFIED = NAMESPACE + "unverified-translation";
    static final String HELP = NAMESPACE + "help";
    static final String SCORE = NAMESPACE + "score";
    static final String BAND = NAMESPACE + "band";

    private Vendor() {}

    /** Where an instrument comes from and on what terms, by the name of each extra; nothing for a form of a study. */
    static Map<String, String> extras(Questionnaire form) {
        Map<String, String> extras = new LinkedHashMap<>();
        form.provenance().ifPresent(from -> {
            extras.put(VERSION, from.version());
            extras.put(SOURCE, from.source());
            extras.put(LICENCE, from.licence().status().code());
            extras.put(STATEMENT, from.licence().statement());
            extras.put(UNVERIFIED, String.join(" ", from.unverified()));
        });
        extras.values().removeIf(String::isBlank);
        return extras;
    }

    /** The same, as it is read back. */
    static Optional<Provenance> provenance(Function<String, Optional<String>> extra) {
        return extra.apply(LICENCE)
                .filter(Licence.Status.codes()::contains)
                .map(status -> new Provenance(
                        extra.apply(VERSION).orElse(""),
                        extra.apply(SOURCE).orElse(""),
                        new Licence(
                                Licence.Status.of(status),
                                extra.apply(STATEMENT).orElse("")),
                        List.of(),
                        extra.apply(UNVERIFIED)
                                .map(codes -> List.of(codes.split(" ")))
                                .orElse(List.of())));
    }
}
