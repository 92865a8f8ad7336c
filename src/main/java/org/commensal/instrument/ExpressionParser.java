package org.commensal.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions by recursive descent, one method a level, and never deeper or longer than a person would write. */
final class ExpressionParser {

    static final int LONGEST = 4000;
    static final int DEEPEST = 40;

    private final List<Token> tokens;
    private int next = 0;
    private int depth = 0;

    ExpressionParser(String source) {
        if (source.length() > LONGEST) {
            throw new Expression.Unreadable(
                    "An expression has at most " + LONGEST + " characters.", "Split it into computed items.");
        }
        tokens = Token.read(source);
    }

    Term parse() {
        Term term = expression();
        if (!tokens.get(next).ends()) {
            throw unexpected("the end, or an operator such as and, or, ==, +");
        }
        return term;
    }

    private Term expression() {
        if (++depth > DEEPEST) {
            throw new Expression.Unreadable(
                    "It is nested more than " + DEEPEST + " deep.", "Split it into computed items.");
        }
        Term term = binary(Operator.Level.OR);
        depth--;
        return term;
    }

    private Term binary(Operator.Level level) {
        Term left = tighter(level);
        Optional<Operator> operator = operator(level);
        while (operator.isPresent()) {
            left = new Term.Binary(operator.get(), left, tighter(level));
            operator = operator(level);
            if (level == Operator.Level.COMPARISON && operator.isPresent()) {
                throw new Expression.Unreadable("Comparisons cannot be chained.", "Write a <= b and b <= c.");
            }
        }
        return left;
    }

    private Optional<Operator> operator(Operator.Level level) {
        Token token = tokens.get(next);
        Optional<Operator> operator = token.written() ? Operator.of(token.text(), level) : Optional.empty();
        operator.ifPresent(found -> next++);
        return operator;
    }

    private Term tighter(Operator.Level level) {
        return switch (level) {
            case OR -> binary(Operator.Level.AND);
            case AND -> negation();
            case COMPARISON -> membership();
            case SUM -> binary(Operator.Level.PRODUCT);
            case PRODUCT -> sign();
        };
    }

    private Term negation() {
        boolean negative = false;
        while (takes("not")) {
            negative = !negative;
        }
        Term term = binary(Operator.Level.COMPARISON);
        return negative ? new Term.Not(term) : term;
    }

    private Term membership() {
        Term term = binary(Operator.Level.SUM);
        if (!takes("in")) {
            return term;
        }
        expect("[");
        List<Term.Literal> list = new ArrayList<>();
        do {
            list.add(listed());
        } while (takes(","));
        expect("]");
        return new Term.OneOf(term, list);
    }

    private Term.Literal listed() {
        boolean negative = takes("-");
        Token token = tokens.get(next++);
        return switch (token.kind()) {
            case "number" -> Term.Literal.number(negative ? "-" + token.text() : token.text());
            case "word", "name" -> Term.Literal.word(token.text());
            default -> {
                next--;
                throw unexpected("a word or a number in the list");
            }
        };
    }

    private Term sign() {
        boolean negative = false;
        while (takes("-")) {
            negative = !negative;
        }
        Term term = primary();
        return negative ? new Term.Binary(Operator.MINUS, Term.Literal.number("0"), term) : term;
    }

    private Term primary() {
        Token token = tokens.get(next++);
        switch (token.kind()) {
            case "number" -> {
                return Term.Literal.number(token.text());
            }
            case "word" -> {
                return Term.Literal.word(token.text());
            }
            case "name" -> {
                return named(token);
            }
            default -> {
                if (token.is("(")) {
                    Term term = expression();
                    expect(")");
                    return term;
                }
                next--;
                throw unexpected("a name, a number, a \"word\" or (");
            }
        }
    }

    private Term named(Token token) {
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Term.Literal(Kleene.of(token.text().equals("true")), Type.TRUTH);
        }
        if (Token.RESERVED.contains(token.text())) {
            next--;
            throw unexpected("a name, a number, a \"word\" or (");
        }
        return is("(") ? call(token) : new Term.Name(token.text());
    }

    private Term call(Token name) {
        Operation operation = Operation.of(name.text())
                .orElseThrow(() -> new Expression.Unreadable(
                        "There is no operation \"" + name.text() + "\".",
                        "Use one of: " + String.join(", ", Operation.spellings()) + "."));
        expect("(");
        List<Term> arguments = new ArrayList<>();
        do {
            arguments.add(expression());
        } while (takes(","));
        expect(")");
        return new Term.Call(operation, arguments);
    }

    private boolean is(String text) {
        return tokens.get(next).is(text);
    }

    private boolean takes(String text) {
        boolean taken = is(text);
        next += taken ? 1 : 0;
        return taken;
    }

    private void expect(String text) {
        if (!takes(text)) {
            throw unexpected(text);
        }
    }

    private Expression.Unreadable unexpected(String expected) {
        Token token = tokens.get(next);
        return new Expression.Unreadable(
                "Found " + token.text() + " at character " + token.at() + ".", "Write " + expected + " there.");
    }
}
