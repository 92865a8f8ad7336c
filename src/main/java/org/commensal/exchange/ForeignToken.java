package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a condition of another system.
 *
 * @param kind {@code field}, {@code name}, {@code literal} or {@code symbol}
 * @param box the option, where a field names one box of a choice of many
 */
record ForeignToken(String kind, String text, Optional<String> box) {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:\\[(?<field>[A-Za-z0-9_]+)(?:\\((?<box>[^)\\]\\[]{1,60})\\))?\\]"
                    + "|(?<number>[0-9]+(?:\\.[0-9]+)?)|\"(?<word>[^\"]*)\"|'(?<quoted>[^']*)'"
                    + "|(?<name>[A-Za-z_][A-Za-z0-9_.]*(?:-[A-Za-z_][A-Za-z0-9_.]*)?)"
                    + "|(?<symbol><>|!=|==|<=|>=|&&|\\|\\||[-+*/^()<>=,!]))\\s*");
    private static final List<String> WORDS = List.of("and", "or", "not");
    private static final Map<String, String> TURNED = Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=");

    boolean isSymbol() {
        return kind.equals("symbol");
    }

    /** The operator that says the same with its sides exchanged. */
    static String turned(String operator) {
        return TURNED.getOrDefault(operator, operator);
    }

    /** Empty where something stands there that no condition of theirs that we know has. */
    static Optional<List<ForeignToken>> read(String source) {
        List<ForeignToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!matcher.region(at, source.length()).lookingAt()) {
                return Optional.empty();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        return Optional.of(tokens);
    }

    private static ForeignToken token(Matcher matcher) {
        for (String kind : List.of("field", "number", "word", "quoted", "name")) {
            if (matcher.start(kind) >= 0) {
                return named(kind, matcher);
            }
        }
        return new ForeignToken("symbol", matcher.group().strip(), Optional.empty());
    }

    private static ForeignToken named(String kind, Matcher matcher) {
        String text = matcher.group(kind);
        String small = text.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "field" -> new ForeignToken("field", text, Optional.ofNullable(matcher.group("box")));
            case "name" ->
                WORDS.contains(small)
                        ? new ForeignToken("symbol", small, Optional.empty())
                        : new ForeignToken("name", text, Optional.empty());
            default -> new ForeignToken("literal", text, Optional.empty());
        };
    }
}
