package org.commensal.exchange;

import java.util.List;
import java.util.Optional;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Type;

/** The conditions and methods of ODM, which are formulas in a language that the standard leaves open. */
final class OdmLogic {

    private final Losses losses;

    OdmLogic(Losses losses) {
        this.losses = losses;
    }

    /** The condition under which the item is asked: that none of the exceptions of its group and its own holds. */
    Optional<Expression> askIf(List<Part> conditions, Part reference, FormDraft form) {
        List<String> said = conditions.stream()
                .flatMap(condition -> askIf(condition, reference, form).stream())
                .map(Expression::source)
                .toList();
        return said.size() < 2
                ? said.stream().findFirst().map(Expression::parse)
                : form.expression("(" + String.join(") and (", said) + ")", Type.Kind.TRUTH);
    }

    private Optional<Expression> askIf(Part condition, Part reference, FormDraft form) {
        Optional<Formula> formula = formula(condition);
        Optional<Expression> found = formula.flatMap(written -> written.isOurs()
                ? form.expression(inside(written.source()), Type.Kind.TRUTH)
                : ForeignLogic.deny(written.source(), form::known, () -> {})
                        .flatMap(ours -> form.expression(ours, Type.Kind.TRUTH)));
        if (found.isEmpty()) {
            losses.leftOut(
                    reference.where(),
                    "condition " + formula.map(Formula::source).orElse(condition.path()));
        }
        return found;
    }

    /** Our exports deny the condition of the item, and this takes it out again. */
    private static String inside(String denied) {
        boolean isDenied = denied.startsWith("not (") && denied.endsWith(")");
        return isDenied ? denied.substring("not (".length(), denied.length() - 1) : "not (" + denied + ")";
    }

    /** Makes the item a computed one; false where its method cannot be said. */
    boolean compute(Part method, Part part, ItemDraft item, FormDraft form) {
        String result = OdmNames.alias(part, Vendor.RESULT).orElse("number");
        Type.Kind kind = result.equals("boolean") ? Type.Kind.TRUTH : Type.Kind.NUMBER;
        Optional<Expression> found = expression(method, form, kind);
        found.ifPresent(formula -> {
            Optional.ofNullable(item.settings.get("unit"))
                    .ifPresent(unit -> losses.leftOut(part.where(), "unit " + unit));
            item.settings.clear();
            item.settings.put("formula", formula.source());
            item.settings.put("result", result);
            item.type = "computed";
        });
        return found.isPresent();
    }

    Optional<Expression> expression(Part method, FormDraft form, Type.Kind kind) {
        boolean[] near = {false};
        Optional<Formula> formula = formula(method);
        Optional<Expression> found = formula.flatMap(written -> written.isOurs()
                        ? Optional.of(written.source())
                        : ForeignLogic.say(written.source(), form::known, () -> near[0] = true))
                .flatMap(ours -> form.expression(ours, kind));
        if (found.isEmpty()) {
            losses.leftOut(method.where(), formula.map(Formula::source).orElse("no formula"));
        } else if (near[0]) {
            losses.changed(
                    method.where(),
                    "Unknown where an answer is missing: %s",
                    "Onbekend als een antwoord ontbreekt: %s",
                    formula.map(Formula::source).orElse(""));
        }
        return found;
    }

    private record Formula(String source, boolean isOurs) {}

    private Optional<Formula> formula(Part definition) {
        definition.passOver("OID", "Name");
        definition
                .take("Type")
                .filter(type -> !type.equals("Computation"))
                .ifPresent(type -> losses.leftOut(definition.where(), "Type = " + type));
        return definition.part("FormalExpression").flatMap(written -> {
            boolean isOurs =
                    written.take("Context").filter(Vendor.EXPRESSION::equals).isPresent();
            if (isOurs) {
                definition.part("Description").ifPresent(Part::passOverAll);
            }
            return written.take(Part.WORDS).map(words -> new Formula(words.strip(), isOurs));
        });
    }
}
