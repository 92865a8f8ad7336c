package org.commensal.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * One medicine: its name, its ATC code where it is known, a dose with its unit, and what it is taken for where the study
 * asks. A person with several medicines answers a form that repeats, one response a medicine.
 *
 * <p>The name and what it is taken for are free text to a release.
 */
final class Medication extends Composite {

    static final String ATC = "atc";

    private static final String DOSE = "dose";
    private static final String UNIT = "unit";
    private static final String INDICATION = "indication";

    private static final List<Item.Option> UNITS = List.of(
            unit("mg", "mg", "mg"),
            unit("g", "g", "g"),
            unit("mcg", "micrograms", "microgram"),
            unit("ml", "ml", "ml"),
            unit("iu", "international units", "internationale eenheden"),
            unit("tablet", "tablets", "tabletten"),
            unit("capsule", "capsules", "capsules"),
            unit("sachet", "sachets", "sachets"),
            unit("drop", "drops", "druppels"),
            unit("puff", "puffs", "pufjes"),
            unit("spray", "sprays", "verstuivingen"),
            unit("patch", "patches", "pleisters"),
            unit("suppository", "suppositories", "zetpillen"));

    private static Item.Option unit(String value, String en, String nl) {
        return new Item.Option(value, new Text(en, nl), Optional.empty());
    }

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of(INDICATION, String.valueOf(item.flag(INDICATION, false)));
    }

    @Override
    public Type type(Item item) {
        return Type.MEDICATION;
    }

    @Override
    public List<Item> parts(Item item) {
        String itsClass = item.exportClass();
        List<Item> parts = new ArrayList<>();
        parts.add(
                needed(text("product", new Text("Name of the medicine", "Naam van het medicijn"), "120", "free-text")));
        parts.add(text(ATC, new Text("ATC code, if known", "ATC-code, als u die weet"), "7", itsClass));
        parts.add(part(
                DOSE,
                "number",
                new Text("Dose", "Dosis"),
                Map.of("least", "0", "most", "1000000", "decimals", "4"),
                itsClass));
        parts.add(new Item(
                UNIT,
                "choice",
                new Text("Unit of the dose", "Eenheid van de dosis"),
                Optional.empty(),
                UNITS,
                Map.of(),
                Optional.empty(),
                false,
                itsClass));
        if ("true".equals(item.settings().get(INDICATION))) {
            parts.add(text(INDICATION, new Text("What it is taken for", "Waarvoor het is"), "200", "free-text"));
        }
        return parts;
    }

    private static Item text(String code, Text question, String longest, String exportClass) {
        return part(code, "text", question, Map.of("max-length", longest), exportClass);
    }

    @Override
    Reading check(Map<String, Value> parts) {
        if (parts.containsKey(DOSE) != parts.containsKey(UNIT)) {
            return Reading.declined(
                    "Fill in the dose and its unit, or neither.", "Vul de dosis en de eenheid in, of geen van beide.");
        }
        Map<String, Value> kept = new LinkedHashMap<>(parts);
        if (parts.get(ATC) instanceof Value.Word written) {
            Optional<String> code = Atc.read(written.value());
            if (code.isEmpty()) {
                return Reading.declined(
                        "Fill in an ATC code such as N06AB06, or its beginning, such as N06A; you wrote \"%s\".",
                        "Vul een ATC-code in, zoals N06AB06, of het begin ervan, zoals N06A; u schreef \"%s\".",
                        Echo.of(written.value()));
            }
            code.ifPresent(atc -> kept.put(ATC, new Value.Word(atc)));
        }
        return Reading.of(new Value.Parts(kept));
    }
}
