package org.commensal.exchange;

import java.util.List;
import java.util.Optional;

/** The units that a study in ODM defines once, for all its items. */
final class OdmUnits {

    private final List<Part> units;

    OdmUnits(Part study) {
        units = study.part("BasicDefinitions")
                .map(all -> all.parts("MeasurementUnit"))
                .orElse(List.of());
    }

    /** How the unit of this OID is written: in English where it can be, and it has one spelling here. */
    Optional<String> find(String oid, Losses losses) {
        return units.stream()
                .filter(unit -> unit.take("OID").filter(oid::equals).isPresent())
                .findFirst()
                .map(unit -> spelling(unit, losses));
    }

    private static String spelling(Part unit, Losses losses) {
        String name = unit.take("Name").orElse("");
        List<Part> symbols = unit.part("Symbol")
                .map(symbol -> symbol.parts("TranslatedText"))
                .orElse(List.of());
        Part none = new Part("Symbol", unit.line(), unit.path());
        Part chosen = symbols.stream()
                .filter(text -> text.take("lang").orElse("en").startsWith("en"))
                .findFirst()
                .orElse(symbols.isEmpty() ? none : symbols.get(0));
        String said = chosen.take(Part.WORDS).map(Wording::clean).orElse(name);
        for (Part other : symbols) {
            other.take("lang");
            other.take(Part.WORDS)
                    .filter(words -> !Wording.clean(words).equals(said))
                    .ifPresent(words -> losses.leftOut(other.where(), words));
        }
        if (!name.equals(said) && !name.equals(unit.take("OID").orElse(""))) {
            losses.leftOut(unit.where(), "Name = " + name);
        }
        return said;
    }
}
