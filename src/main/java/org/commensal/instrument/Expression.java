package org.commensal.instrument;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A condition or a computation in the one small, total, three-valued language of studies.
 *
 * <p>Conditions follow the strong three-valued logic of Kleene (1938, J Symb Logic 3:150): what is missing is unknown,
 * never false, and an unknown part leaves the whole unknown unless the known parts decide it. Numbers are decimals of
 * up to 34 digits, never binary fractions. Every expression gives a value for whatever the variables hold:
 * a division by zero, or a value of another type, is unknown.
 */
public final class Expression {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final String source;
    private final Term term;

    private Expression(String source, Term term) {
        this.source = source;
        this.term = term;
    }

    /** One thing wrong with an expression, and what to write instead. */
    public record Fault(String what, String fix) {}

    /** What was written is not an expression; the message says what to write. */
    public static final class Unreadable extends IllegalArgumentException {
        private final transient Fault fault;

        Unreadable(String what, String fix) {
            super(what + " " + fix);
            this.fault = new Fault(what, fix);
        }

        public Fault fault() {
            return fault;
        }
    }

    /** Reads an expression; an {@link IllegalArgumentException} says what is wrong with it, and what to write. */
    public static Expression parse(String source) {
        return new Expression(source, new ExpressionParser(source).parse());
    }

    /** Whether an expression can use this as the name of a variable: snake_case, and no word of the language. */
    public static boolean canName(String code) {
        return NAME.matcher(code).matches() && !Token.RESERVED.contains(code);
    }

    public String source() {
        return source;
    }

    /** The variables it names, in the order in which they first appear. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        term.collect(names::add);
        return names;
    }

    /** Unknown names, operands of a wrong type, words that are no option: everything wrong with it at once. */
    public List<Fault> faults(Type.Kind expected, Variables variables) {
        List<Fault> faults = new ArrayList<>();
        Type type = term.check(new Term.Scope(variables, faults));
        if (faults.isEmpty() && type.kind() != expected) {
            faults.add(new Fault("\"" + source + "\" is " + type.kind() + ".", "Write " + expected + " here."));
        }
        return faults;
    }

    /** Its value, {@link Value.Missing#UNKNOWN} where the known variables do not decide it. */
    public Value evaluate(Function<String, Value> variables) {
        return term.evaluate(variables);
    }

    /** Whether it is decided and true. */
    public boolean holds(Function<String, Value> variables) {
        return evaluate(variables).equals(Kleene.TRUE);
    }

    /**
     * The expression as nested lists, for another program that evaluates it: what stands first says what it is. A literal is
     * {@code [number, "1.5"]}, {@code [word, x]} or {@code [truth, true]}, a variable {@code [name, x]}; the rest is an
     * operator or operation followed by what it is applied to.
     */
    public List<Object> tree() {
        return term.tree();
    }

    @Override
    public String toString() {
        return source;
    }
}
