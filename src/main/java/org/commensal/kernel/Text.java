package org.commensal.kernel;

/** A sentence in both languages. A text with one language missing cannot be made. */
public record Text(String en, String nl) {

    public Text {
        if (en.isBlank() || nl.isBlank()) {
            throw new IllegalArgumentException("a text needs English and Dutch");
        }
    }

    /** The same characters in both languages: a code, a number, a name. */
    public static Text same(String both) {
        return new Text(both, both);
    }

    public String in(Language language) {
        return language == Language.NL ? nl : en;
    }

    /** Both sentences with another text in their {@code %s} place, each in its language. */
    public Text with(Text value) {
        return new Text(String.format(en, value.en), String.format(nl, value.nl));
    }

    /** Both sentences with these values in their {@code %s} places. */
    public Text with(Object... values) {
        return new Text(String.format(en, values), String.format(nl, values));
    }

    /** At most the first 80 characters, for a value that came from outside and is said back. */
    public static String shorten(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
