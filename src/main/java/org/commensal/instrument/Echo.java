package org.commensal.instrument;

/** What somebody wrote, short and harmless enough to be shown back to them. */
final class Echo {

    private static final int LONGEST = 40;

    private Echo() {}

    static String of(Object given) {
        String text = given instanceof String string ? string : String.valueOf(given);
        String start = text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, codePoints(text))));
        String shown = start.replaceAll("\\p{C}", " ");
        return start.length() < text.length() ? shown + "…" : shown;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
