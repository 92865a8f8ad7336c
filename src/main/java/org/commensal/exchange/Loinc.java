package org.commensal.exchange;

import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Questionnaire;

/**
 * Codes of LOINC (Regenstrief Institute) for the instruments and items of which they were verified.
 *
 * <p>An instrument without a code here has none that we know of; a code is never guessed.
 */
final class Loinc {

    static final String SYSTEM = "http://loinc.org";

    private static final Map<String, String> PANELS = Map.of(
            "phq-9", "44249-1",
            "gad-7", "69737-5",
            "phq-4", "69724-3",
            "phq-15", "69728-4",
            "promis-fatigue-7a", "77864-7",
            "promis-cognitive-8a", "81531-6");

    private static final Map<String, String> ITEMS = Map.ofEntries(
            Map.entry("phq9_01", "44250-9"),
            Map.entry("phq9_02", "44255-8"),
            Map.entry("phq9_03", "44259-0"),
            Map.entry("phq9_04", "44254-1"),
            Map.entry("phq9_05", "44251-7"),
            Map.entry("phq9_06", "44258-2"),
            Map.entry("phq9_07", "44252-5"),
            Map.entry("phq9_08", "44253-3"),
            Map.entry("phq9_09", "44260-8"),
            Map.entry("phq9_10", "69722-7"),
            Map.entry("gad7_01", "69725-0"),
            Map.entry("gad7_02", "68509-9"),
            Map.entry("gad7_03", "69733-4"),
            Map.entry("gad7_04", "69734-2"),
            Map.entry("gad7_05", "69735-9"),
            Map.entry("gad7_06", "69689-8"),
            Map.entry("gad7_07", "69736-7"));

    private Loinc() {}

    /** The panel that an instrument of the library is; nothing for a form of a study. */
    static Optional<String> panel(Questionnaire form) {
        return form.provenance().isEmpty() ? Optional.empty() : panel(form.id());
    }

    static Optional<String> panel(String id) {
        return Optional.ofNullable(PANELS.get(id));
    }

    static Optional<String> item(String code) {
        return Optional.ofNullable(ITEMS.get(code));
    }
}
