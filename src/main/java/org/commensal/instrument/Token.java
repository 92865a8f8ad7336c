package org.commensal.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word, number, name or symbol of an expression.
 *
 * @param kind {@code number}, {@code name}, {@code word}, {@code symbol}, or {@code end} after the last
 * @param at where it begins, counted from 1
 */
record Token(String kind, String text, int at) {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<number>[0-9]{1,20}(?:\\.[0-9]{1,10})?)"
            + "|(?<name>[a-z][a-z0-9_]{0,63})|\"(?<word>[^\"]{1,200})\"|'(?<quoted>[^']{1,200})'"
            + "|(?<symbol>==|!=|<=|>=|[-+*/()<>,\\[\\]]))");
    static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "true", "false");
    private static final String QUOTES = "a word between two straight quotes, at most 200 characters long";
    private static final Map<String, String> MEANT = Map.of(
            "=", "==", "&", "and", "|", "or", "!", "not", "\"", QUOTES, "'", QUOTES, "“", QUOTES, "”", QUOTES, "‘",
            QUOTES);

    boolean ends() {
        return kind.equals("end");
    }

    /** Whether it is this symbol or keyword, and not a quoted word. */
    boolean is(String wanted) {
        return written() && text.equals(wanted);
    }

    boolean written() {
        return kind.equals("symbol") || kind.equals("name");
    }

    /** Every token of the source, and one at its end. */
    static List<Token> read(String source) {
        List<Token> found = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (!source.substring(at).isBlank()) {
            if (!matcher.region(at, source.length()).lookingAt()) {
                throw unreadable(source.substring(at).stripLeading());
            }
            found.add(token(matcher));
            at = matcher.end();
        }
        found.add(new Token("end", "the end", source.length() + 1));
        return found;
    }

    private static Token token(Matcher matcher) {
        for (String kind : List.of("number", "name", "word", "quoted", "symbol")) {
            if (matcher.group(kind) != null) {
                String stored = kind.equals("quoted") ? "word" : kind;
                return new Token(stored, matcher.group(kind), matcher.start(kind) + 1);
            }
        }
        throw new IllegalStateException("a token of no kind");
    }

    private static Expression.Unreadable unreadable(String rest) {
        String first = rest.substring(0, rest.offsetByCodePoints(0, 1));
        String fix = Optional.ofNullable(MEANT.get(first))
                .map(meant -> "Write " + meant + ".")
                .orElse("Write names in snake_case, words in \"quotes\", and numbers like 7 or 0.5.");
        return new Expression.Unreadable("\"" + first + "\" cannot stand in an expression.", fix);
    }
}
