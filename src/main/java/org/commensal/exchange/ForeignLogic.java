package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the conditions and calculations of REDCap and of ODM files, and says them in the expressions of our studies.
 *
 * <p>What ours cannot say (dates, events, functions such as {@code datediff}) gives nothing, and the caller lists it.
 */
final class ForeignLogic {

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 30;
    private static final List<List<String>> LEVELS = List.of(
            List.of("or", "||"),
            List.of("and", "&&"),
            List.of("=", "==", "<>", "!=", "<", "<=", ">", ">="),
            List.of("+", "-"),
            List.of("*", "/"));
    private static final Map<String, String> OURS = Map.of("=", "==", "<>", "!=", "||", "or", "&&", "and");
    private static final int NOT = 1;
    private static final int COMPARISON = 2;
    private static final int ATOM = 9;

    /** Ends the reading of what cannot be said. */
    private static final class Unsayable extends RuntimeException {
        Unsayable() {
            super("", null, false, false);
        }
    }

    /** @param level how loosely it binds; a field or literal is an atom */
    record Said(String text, int level, Optional<Known> field, Optional<String> box, Optional<String> literal) {
        static Said of(String text, int level) {
            return new Said(text, level, Optional.empty(), Optional.empty(), Optional.empty());
        }

        String within(int outer) {
            return level > outer || level == ATOM ? text : "(" + text + ")";
        }
    }

    private final List<ForeignToken> tokens;
    private final Function<String, Optional<Known>> fields;
    private final ForeignFunctions functions;
    private int next = 0;
    private int depth = 0;

    private ForeignLogic(List<ForeignToken> tokens, Function<String, Optional<Known>> fields, Runnable approximate) {
        this.tokens = tokens;
        this.fields = fields;
        this.functions = new ForeignFunctions(approximate);
    }

    /**
     * @param fields what the source's names stand for
     * @param approximate called where ours treats missing values or rounding differently
     */
    static Optional<String> say(String source, Function<String, Optional<Known>> fields, Runnable approximate) {
        return read(source, fields, approximate, false);
    }

    /** The condition that is true where the source's is not. */
    static Optional<String> deny(String source, Function<String, Optional<Known>> fields, Runnable approximate) {
        return read(source, fields, approximate, true);
    }

    private static Optional<String> read(
            String source, Function<String, Optional<Known>> fields, Runnable approximate, boolean denied) {
        if (source.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ForeignLogic logic =
                    new ForeignLogic(ForeignToken.read(source).orElseThrow(Unsayable::new), fields, approximate);
            return Optional.of(denied ? logic.denied() : logic.whole());
        } catch (Unsayable unsayable) {
            return Optional.empty();
        }
    }

    private String whole() {
        Said said = level(0);
        if (next < tokens.size()) {
            throw new Unsayable();
        }
        return said.text();
    }

    private String denied() {
        if (takes("!") || takes("not")) {
            Said inner = primary();
            if (next == tokens.size()) {
                return inner.text();
            }
            next = 0;
        }
        return "not (" + whole() + ")";
    }

    private Said level(int level) {
        if (++depth > DEEPEST * LEVELS.size()) {
            throw new Unsayable();
        }
        Said left = tighter(level);
        Optional<String> operator = operator(level);
        while (operator.isPresent()) {
            Said right = tighter(level);
            left = level == COMPARISON
                    ? compared(left, operator.get(), right)
                    : joined(left, operator.get(), right, level);
            operator = operator(level);
        }
        depth--;
        return left;
    }

    private Said tighter(int level) {
        if (level == NOT && (takes("not") || takes("!"))) {
            return Said.of("not (" + tighter(level).text() + ")", NOT + 1);
        }
        return level == LEVELS.size() - 1 ? power() : level(level + 1);
    }

    private Optional<String> operator(int level) {
        Optional<String> found = Optional.of(next)
                .filter(at -> at < tokens.size() && tokens.get(at).isSymbol())
                .map(at -> tokens.get(at).text())
                .filter(LEVELS.get(level)::contains);
        found.ifPresent(taken -> next++);
        return found.map(symbol -> OURS.getOrDefault(symbol, symbol));
    }

    private static Said joined(Said left, String operator, Said right, int level) {
        return Said.of(left.within(level - 1) + " " + operator + " " + right.within(level), level);
    }

    private static Said compared(Said left, String operator, Said right) {
        if (left.literal().isPresent() && right.literal().isEmpty()) {
            return compared(right, ForeignToken.turned(operator), left);
        }
        if (right.literal().isEmpty() || left.field().isEmpty()) {
            return Said.of(left.within(COMPARISON) + " " + operator + " " + right.within(COMPARISON), COMPARISON);
        }
        Known field = left.field().get();
        String literal = right.literal().get();
        boolean is = operator.equals("==");
        boolean isBox = left.box().isPresent() && (is || operator.equals("!=")) && literal.matches("[01]");
        Optional<String> text = left.box().isPresent()
                ? Optional.of(isBox)
                        .filter(yes -> yes)
                        .flatMap(yes -> Comparison.ticked(field, left.box().get(), is == literal.equals("1")))
                : Comparison.of(field, operator, literal);
        return Said.of(text.orElseThrow(Unsayable::new), COMPARISON);
    }

    private Said power() {
        Said base = unary();
        if (!takes("^")) {
            return base;
        }
        String exponent = unary().literal().orElse("");
        if (!exponent.matches("[234]")) {
            throw new Unsayable();
        }
        String factor = base.within(ATOM);
        return Said.of("(" + (factor + " * ").repeat(Integer.parseInt(exponent) - 1) + factor + ")", ATOM);
    }

    private Said unary() {
        if (!takes("-")) {
            return primary();
        }
        Said of = primary();
        Optional<String> negative = of.literal().filter(Comparison::isNumber).map(digits -> "-" + digits);
        return negative.map(ForeignLogic::literal).orElseGet(() -> Said.of("(0 - " + of.within(ATOM) + ")", ATOM));
    }

    private Said primary() {
        if (next == tokens.size()) {
            throw new Unsayable();
        }
        ForeignToken token = tokens.get(next++);
        return switch (token.kind()) {
            case "literal" -> literal(token.text());
            case "field" -> field(token);
            case "name" -> takes("(") ? call(token.text()) : field(token);
            default -> {
                if (!token.text().equals("(")) {
                    throw new Unsayable();
                }
                Said inner = level(0);
                expect(")");
                yield inner.literal().isPresent() || inner.field().isPresent()
                        ? inner
                        : Said.of(inner.text(), inner.level());
            }
        };
    }

    private static Said literal(String text) {
        String shown = Comparison.isNumber(text) ? text : "\"" + text + "\"";
        return new Said(shown, ATOM, Optional.empty(), Optional.empty(), Optional.of(text));
    }

    private Said field(ForeignToken token) {
        Known known = fields.apply(token.text()).orElseThrow(Unsayable::new);
        return new Said(known.item().code(), ATOM, Optional.of(known), token.box(), Optional.empty());
    }

    private Said call(String name) {
        List<String> arguments = new ArrayList<>();
        do {
            arguments.add(level(0).text());
        } while (takes(","));
        expect(")");
        return Said.of(functions.say(name, arguments).orElseThrow(Unsayable::new), ATOM);
    }

    private boolean takes(String symbol) {
        boolean taken = next < tokens.size()
                && tokens.get(next).isSymbol()
                && tokens.get(next).text().equals(symbol);
        next += taken ? 1 : 0;
        return taken;
    }

    private void expect(String symbol) {
        if (!takes(symbol)) {
            throw new Unsayable();
        }
    }
}
