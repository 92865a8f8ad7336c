package org.commensal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When an item of FHIR is enabled: comparisons with other items, all or any of which must hold. */
record FhirConditions(Part item, FormDraft form) {

    /** The condition in our expressions; empty where there is none, or one of its comparisons cannot be said. */
    Optional<String> say() {
        List<String> said = new ArrayList<>();
        List<Part> written = item.parts("enableWhen");
        for (Part each : written) {
            comparison(each).ifPresent(said::add);
        }
        boolean any = item.take("enableBehavior").filter("any"::equals).isPresent();
        return said.isEmpty() || said.size() < written.size()
                ? Optional.empty()
                : Optional.of(String.join(any ? " or " : " and ", said));
    }

    private Optional<String> comparison(Part each) {
        String operator = each.take("operator").orElse("=");
        Optional<Known> known = each.take("question").flatMap(form::known);
        String answer = answer(each);
        return known.flatMap(found -> operator.equals("exists")
                ? Optional.of((answer.equals("true") ? "known(" : "not known(")
                        + found.item().code() + ")")
                : compared(found, operator.equals("=") ? "==" : operator, answer));
    }

    private static Optional<String> compared(Known found, String operator, String answer) {
        return answer.isEmpty() ? Optional.empty() : Comparison.of(found, operator, answer);
    }

    private static String answer(Part each) {
        for (String type : List.of("Boolean", "Integer", "Decimal", "String", "Date", "Time", "DateTime")) {
            if (each.has("answer" + type)) {
                return each.take("answer" + type).orElse("");
            }
        }
        return each.part("answerCoding")
                .flatMap(coding -> coding.take("code").or(() -> coding.take("display")))
                .orElse("");
    }

    /** As it is written, to be listed. */
    String words() {
        List<String> said = new ArrayList<>();
        item.parts("enableWhen")
                .forEach(each -> said.add(String.join(
                        " ",
                        each.take("question").orElse("?"),
                        each.take("operator").orElse("?"),
                        answer(each))));
        return String.join(", ", said);
    }
}
