package org.commensal.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One node of an expression. It checks its types once, when the study is read, and is total ever after. */
interface Term {

    Value evaluate(Function<String, Value> variables);

    /** The type of the term; each thing wrong with it goes to the scope. */
    Type check(Scope scope);

    /** Every name in the order of the source. */
    void collect(Consumer<String> names);

    /** The term as nested lists, see {@link Expression#tree}. */
    List<Object> tree();

    /** What is known where an expression stands, and what was found wrong with it. */
    record Scope(Variables variables, List<Expression.Fault> faults) {

        void fault(String what, String fix) {
            faults.add(new Expression.Fault(what, fix));
        }

        void expect(Type.Kind kind, Term term) {
            int before = faults.size();
            Type found = term.check(this);
            if (found.kind() != kind && faults.size() == before) {
                fault(term + " is " + found.kind() + ".", "Use " + kind + " there.");
            }
        }
    }

    record Literal(Value value, Type type) implements Term {

        static Literal number(String digits) {
            return new Literal(new Value.Num(new BigDecimal(digits)), Type.NUMBER);
        }

        static Literal word(String word) {
            return new Literal(new Value.Word(word), Type.WORD);
        }

        @Override
        public Value evaluate(Function<String, Value> variables) {
            return value;
        }

        @Override
        public Type check(Scope scope) {
            return type;
        }

        @Override
        public void collect(Consumer<String> names) {
            // a literal names nothing
        }

        @Override
        public List<Object> tree() {
            if (value instanceof Value.Num number) {
                return List.of("number", number.value().toPlainString());
            }
            return value instanceof Value.Word word
                    ? List.of("word", word.value())
                    : List.of("truth", value.equals(Kleene.TRUE));
        }

        @Override
        public String toString() {
            if (value instanceof Value.Word word) {
                return "\"" + word.value() + "\"";
            }
            return value instanceof Value.Num number
                    ? number.value().toPlainString()
                    : String.valueOf(value.equals(Kleene.TRUE));
        }
    }

    record Name(String name) implements Term {

        @Override
        public Value evaluate(Function<String, Value> variables) {
            return variables.apply(name);
        }

        @Override
        public Type check(Scope scope) {
            return scope.variables().type(name).orElseGet(() -> {
                scope.fault(
                        "Nothing is called \"" + name + "\" here.",
                        scope.variables()
                                .nearest(name)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Use the code of an item, score or derived variable that is known by then."));
                return Type.TRUTH;
            });
        }

        @Override
        public void collect(Consumer<String> names) {
            names.accept(name);
        }

        @Override
        public List<Object> tree() {
            return List.of("name", name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Not(Term of) implements Term {

        @Override
        public Value evaluate(Function<String, Value> variables) {
            return Kleene.not(of.evaluate(variables));
        }

        @Override
        public Type check(Scope scope) {
            scope.expect(Type.Kind.TRUTH, of);
            return Type.TRUTH;
        }

        @Override
        public void collect(Consumer<String> names) {
            of.collect(names);
        }

        @Override
        public List<Object> tree() {
            return List.of("not", of.tree());
        }

        @Override
        public String toString() {
            return "not " + of;
        }
    }

    /** Two terms with an operator between them. */
    record Binary(Operator operator, Term left, Term right) implements Term {

        @Override
        public Value evaluate(Function<String, Value> variables) {
            return operator.apply(left.evaluate(variables), right.evaluate(variables));
        }

        @Override
        public Type check(Scope scope) {
            return operator.check(left, right, scope);
        }

        @Override
        public void collect(Consumer<String> names) {
            left.collect(names);
            right.collect(names);
        }

        @Override
        public List<Object> tree() {
            return List.of(operator.symbol(), left.tree(), right.tree());
        }

        @Override
        public String toString() {
            return left + " " + operator.symbol() + " " + right;
        }
    }

    /** Whether a word, a number, or any of the chosen words is in the list. */
    record OneOf(Term of, List<Literal> list) implements Term {

        @Override
        public Value evaluate(Function<String, Value> variables) {
            Value value = of.evaluate(variables);
            if (value instanceof Value.Words words) {
                return Kleene.of(words.value().stream().map(Value.Word::new).anyMatch(this::listed));
            }
            return value instanceof Value.Word || value instanceof Value.Num
                    ? Kleene.of(listed(value))
                    : Kleene.UNKNOWN;
        }

        private boolean listed(Value value) {
            return list.stream()
                    .anyMatch(literal ->
                            Operator.EQUAL.apply(value, literal.value()).equals(Kleene.TRUE));
        }

        @Override
        public Type check(Scope scope) {
            int before = scope.faults().size();
            Type type = of.check(scope);
            if (scope.faults().size() > before) {
                return Type.TRUTH;
            }
            Type.Kind each = type.kind() == Type.Kind.WORDS ? Type.Kind.WORD : type.kind();
            for (Literal literal : list) {
                if (literal.type().kind() != each) {
                    scope.fault(literal + " cannot be compared with " + of + ".", of + " is " + type.kind() + ".");
                } else if (literal.value() instanceof Value.Word word) {
                    Operator.checkOption(of, type, word.value(), scope);
                }
            }
            return Type.TRUTH;
        }

        @Override
        public void collect(Consumer<String> names) {
            of.collect(names);
        }

        @Override
        public List<Object> tree() {
            List<Object> tree = new ArrayList<>(List.of("in", of.tree()));
            list.forEach(each -> tree.add(each.tree()));
            return tree;
        }

        @Override
        public String toString() {
            return of + " in " + list;
        }
    }

    record Call(Operation operation, List<Term> arguments) implements Term {

        @Override
        public Value evaluate(Function<String, Value> variables) {
            return operation.apply(
                    arguments.stream().map(each -> each.evaluate(variables)).toList());
        }

        @Override
        public Type check(Scope scope) {
            return operation.check(arguments, scope);
        }

        @Override
        public void collect(Consumer<String> names) {
            arguments.forEach(each -> each.collect(names));
        }

        @Override
        public List<Object> tree() {
            List<Object> tree = new ArrayList<>(List.of(operation.spelling()));
            arguments.forEach(each -> tree.add(each.tree()));
            return tree;
        }

        @Override
        public String toString() {
            return operation.spelling() + "(…)";
        }
    }
}
