package org.commensal.exchange;

import java.util.Map;
import java.util.Optional;

/** How units that studies write are spelt in UCUM (Regenstrief Institute), where there is no doubt which is meant. */
final class Ucum {

    static final String SYSTEM = "http://unitsofmeasure.org";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("kg", "kg"),
            Map.entry("g", "g"),
            Map.entry("mg", "mg"),
            Map.entry("m", "m"),
            Map.entry("cm", "cm"),
            Map.entry("mm", "mm"),
            Map.entry("L", "L"),
            Map.entry("mL", "mL"),
            Map.entry("ml", "mL"),
            Map.entry("%", "%"),
            Map.entry("°C", "Cel"),
            Map.entry("mmHg", "mm[Hg]"),
            Map.entry("mm Hg", "mm[Hg]"),
            Map.entry("kg/m2", "kg/m2"),
            Map.entry("kg/m²", "kg/m2"),
            Map.entry("min", "min"),
            Map.entry("h", "h"),
            Map.entry("hours", "h"),
            Map.entry("d", "d"),
            Map.entry("days", "d"),
            Map.entry("weeks", "wk"),
            Map.entry("months", "mo"),
            Map.entry("years", "a"));

    private Ucum() {}

    static Optional<String> code(String unit) {
        return Optional.ofNullable(CODES.get(unit));
    }
}
