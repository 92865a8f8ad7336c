package org.commensal.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The named operations of expressions, each over a list of terms. */
enum Operation {
    /** The sum of numbers; unknown where one is missing. */
    SUM("sum", Type.Kind.NUMBER, Type.NUMBER) {
        @Override
        Value apply(List<Value> arguments) {
            return arguments.stream().reduce(Value.Num.of(0), Operator.PLUS::apply);
        }
    },
    /** How many conditions are true; unknown where one is. */
    COUNT("count", Type.Kind.TRUTH, Type.NUMBER) {
        @Override
        Value apply(List<Value> arguments) {
            long decided =
                    arguments.stream().filter(Value.Bool.class::isInstance).count();
            return decided == arguments.size() ? Value.Num.of(truths(arguments)) : Kleene.UNKNOWN;
        }
    },
    /** Whether this many of the conditions are true, as soon as the known ones decide it. */
    AT_LEAST("at_least", Type.Kind.TRUTH, Type.TRUTH) {
        @Override
        Value apply(List<Value> arguments) {
            List<Value> conditions = arguments.subList(1, arguments.size());
            long falsehoods = conditions.stream().filter(Kleene.FALSE::equals).count();
            Value.Num certain = Value.Num.of(truths(conditions));
            Value.Num possible = Value.Num.of(conditions.size() - falsehoods);
            Value enough = Operator.AT_LEAST.apply(certain, arguments.get(0));
            return enough.equals(Operator.AT_LEAST.apply(possible, arguments.get(0))) ? enough : Kleene.UNKNOWN;
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            scope.expect(Type.Kind.NUMBER, arguments.get(0));
            if (arguments.size() == 1) {
                scope.fault("at_least has no conditions.", "Write at_least(2, one, other, third).");
            }
            return super.check(arguments.subList(1, arguments.size()), scope);
        }
    },
    /** Whether none of the values is missing; always decided. */
    KNOWN("known", Type.Kind.TRUTH, Type.TRUTH) {
        @Override
        Value apply(List<Value> arguments) {
            return Kleene.of(arguments.stream().noneMatch(Value.Missing.class::isInstance));
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            arguments.forEach(each -> each.check(scope));
            return Type.TRUTH;
        }
    };

    private final String spelling;
    private final Type.Kind argument;
    private final Type result;

    Operation(String spelling, Type.Kind argument, Type result) {
        this.spelling = spelling;
        this.argument = argument;
        this.result = result;
    }

    static Optional<Operation> of(String spelling) {
        return Arrays.stream(values())
                .filter(each -> each.spelling.equals(spelling))
                .findFirst();
    }

    static List<String> spellings() {
        return Arrays.stream(values()).map(Operation::spelling).toList();
    }

    String spelling() {
        return spelling;
    }

    /** @param arguments at least one */
    abstract Value apply(List<Value> arguments);

    Type check(List<Term> arguments, Term.Scope scope) {
        arguments.forEach(each -> scope.expect(argument, each));
        return result;
    }

    private static long truths(List<Value> conditions) {
        return conditions.stream().filter(Kleene.TRUE::equals).count();
    }
}
