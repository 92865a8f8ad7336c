package org.commensal.instrument;

import java.util.Map;
import org.commensal.kernel.Settings;

/** Words of the person, up to {@code max-length} characters; new lines are kept, control characters refused. */
final class FreeText implements ItemType {

    private static final int LONGEST = 2000;
    private static final int USUAL = 500;

    @Override
    public Map<String, String> settings(Settings item) {
        return Map.of("max-length", String.valueOf(item.integer("max-length", 1, LONGEST, USUAL)));
    }

    @Override
    public String exportClass() {
        return "free-text";
    }

    @Override
    public Type type(Item item) {
        return Type.WORD;
    }

    @Override
    public Reading read(Item item, Object given) {
        int longest = Integer.parseInt(item.settings().getOrDefault("max-length", String.valueOf(USUAL)));
        if (!(given instanceof String written)) {
            return Reading.declined("Fill in text.", "Vul tekst in.");
        }
        String text = written.strip().replace("\r\n", "\n");
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            return Reading.declined(
                    "Use at most %s characters; this has %s.",
                    "Gebruik hoogstens %s tekens; dit zijn er %s.", longest, length);
        }
        return text.codePoints().allMatch(FreeText::isWritten)
                ? Reading.of(new Value.Word(text))
                : Reading.declined(
                        "This text has a character that cannot be kept. Type it again without pasting.",
                        "Deze tekst bevat een teken dat we niet kunnen bewaren. Typ de tekst opnieuw zonder te plakken.");
    }

    private static boolean isWritten(int character) {
        boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character == '\n' || !(Character.isISOControl(character) || loneSurrogate);
    }
}
