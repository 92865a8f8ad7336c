package org.commensal.exchange;

import java.util.Optional;
import org.commensal.instrument.UsualLimits;

/** What REDCap checks in a text field, and the item type that asks the same. */
final class RedcapValidation {

    private static final String LEAST = "Text Validation Min";
    private static final String MOST = "Text Validation Max";

    private RedcapValidation() {}

    static void apply(String validation, ItemDraft item, Part row, Losses losses) {
        if (validation.matches("date_(ymd|dmy|mdy)")) {
            become(item, "date");
            usual(item, row);
        } else if (validation.equals("time")) {
            become(item, "time");
            usual(item, row);
        } else if (validation.equals("integer") || validation.equals("int")) {
            become(item, "integer");
            limits(item, row);
        } else if (validation.matches("number(_[1-4]dp)?(_comma_decimal)?|float")) {
            become(item, "number");
            String decimals = validation.replaceAll(".*_([1-4])dp.*", "$1");
            item.settings.put("decimals", decimals.equals(validation) ? "6" : decimals);
            limits(item, row);
        } else {
            boolean isContact = validation.startsWith("email") || validation.startsWith("phone");
            if (isContact) {
                item.exportClass = Optional.of("direct-identifier");
            }
            losses.changed(
                    row.where(),
                    "Any text is taken, where %s was checked.",
                    "Elke tekst mag, waar %s werd gecontroleerd.",
                    validation);
        }
    }

    private static void become(ItemDraft item, String type) {
        item.type = type;
        item.settings.remove("max-length");
    }

    /** A value outside its range is admissible there after a warning; a limit that refuses, it does not have. */
    private static void limits(ItemDraft item, Part row) {
        usual(item, row);
        item.limits(Optional.empty(), Optional.empty());
    }

    private static void usual(ItemDraft item, Part row) {
        row.take(LEAST).ifPresent(said -> item.usual.put(UsualLimits.LEAST, said.strip()));
        row.take(MOST).ifPresent(said -> item.usual.put(UsualLimits.MOST, said.strip()));
    }
}
