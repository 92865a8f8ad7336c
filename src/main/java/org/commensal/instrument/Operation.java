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
    /** The sum of numbers, each missing one replaced by the mean of the others, where at most so many are missing. */
    PRORATED("prorated", Type.Kind.NUMBER, Type.NUMBER) {
        @Override
        Value apply(List<Value> arguments) {
            return Estimate.sum(arguments.get(0), rest(arguments));
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            Estimate.checkAllowance(this, arguments, scope);
            return super.check(arguments, scope);
        }
    },
    /** The mean of the numbers that are known, where at most so many are missing. */
    MEAN("mean", Type.Kind.NUMBER, Type.NUMBER) {
        @Override
        Value apply(List<Value> arguments) {
            return Estimate.mean(arguments.get(0), rest(arguments));
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            Estimate.checkAllowance(this, arguments, scope);
            return super.check(arguments, scope);
        }
    },
    /** The nearest whole number; halves go away from zero. */
    ROUNDED("rounded", Type.Kind.NUMBER, Type.NUMBER) {
        @Override
        Value apply(List<Value> arguments) {
            return arguments.size() == 1 ? Estimate.rounded(arguments.get(0)) : Kleene.UNKNOWN;
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            if (arguments.size() != 1) {
                scope.fault("rounded has " + arguments.size() + " values.", "Write rounded(a), one value.");
            }
            return super.check(arguments, scope);
        }
    },
    /** One number where the condition is true and the other where it is false; unknown where it is. */
    WHEN("when", Type.Kind.NUMBER, Type.NUMBER) {
        @Override
        Value apply(List<Value> arguments) {
            if (arguments.size() != 3 || !(arguments.get(0) instanceof Value.Bool condition)) {
                return Kleene.UNKNOWN;
            }
            return Estimate.number(arguments.get(condition.value() ? 1 : 2));
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            if (arguments.size() != 3) {
                scope.fault(
                        "when has " + arguments.size() + " parts.",
                        "Write when(condition, a number if so, another if not).");
                return Type.NUMBER;
            }
            scope.expect(Type.Kind.TRUTH, arguments.get(0));
            return super.check(rest(arguments), scope);
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
            List<Value> conditions = rest(arguments);
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
            return super.check(rest(arguments), scope);
        }
    },
    /**
     * Whether the ATC code of a medicine begins with one of these; unknown where the medicine or its code is missing, or
     * where its code is too short to tell.
     */
    ATC_IN("atc_in", Type.Kind.MEDICATION, Type.TRUTH) {
        @Override
        Value apply(List<Value> arguments) {
            return arguments.get(0) instanceof Value.Parts medicine
                            && medicine.value().get(Medication.ATC) instanceof Value.Word code
                    ? Atc.isOfOne(code.value(), rest(arguments))
                    : Kleene.UNKNOWN;
        }

        @Override
        Type check(List<Term> arguments, Term.Scope scope) {
            Atc.checkGroups(rest(arguments), scope);
            return super.check(arguments.subList(0, 1), scope);
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

    private static <T> List<T> rest(List<T> arguments) {
        return arguments.subList(1, arguments.size());
    }

    private static long truths(List<Value> conditions) {
        return conditions.stream().filter(Kleene.TRUE::equals).count();
    }
}
