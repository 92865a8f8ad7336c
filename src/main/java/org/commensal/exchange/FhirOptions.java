package org.commensal.exchange;

import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.kernel.Text;

/** The options of one Questionnaire: those of an item, and those of a value set that the Questionnaire contains. */
record FhirOptions(Part questionnaire, FhirTexts texts, Losses losses) {

    private static final String VALUE_SET = "answerValueSet";

    void add(Part part, ItemDraft item) {
        part.parts("answerOption").forEach(option -> option(option, item));
        if (part.has(VALUE_SET)) {
            valueSet(part, item);
        }
    }

    /** A value set that lies elsewhere is listed: nothing is ever fetched. */
    private void valueSet(Part part, ItemDraft item) {
        String address = part.take(VALUE_SET).orElse("");
        Optional<Part> contained = questionnaire.parts("contained").stream()
                .filter(each -> each.isSaid("resourceType", "ValueSet") && address.equals("#" + each.say("id")))
                .findFirst();
        if (contained.isEmpty()) {
            losses.leftOut(part.where(), VALUE_SET + " " + address);
            return;
        }
        Part set = contained.get();
        set.passOver("resourceType", "id", "status", "url", "version");
        Stream<Part> included = set.part("compose").stream()
                .flatMap(compose -> compose.parts("include").stream())
                .flatMap(include -> include.parts("concept").stream());
        Stream<Part> expanded = set.part("expansion").stream().flatMap(all -> all.parts("contains").stream());
        Stream.concat(included, expanded).forEach(concept -> concept.take("code")
                .ifPresent(code -> item.option(
                        code,
                        texts.text(concept, "display").orElse(Text.same(code)),
                        Optional.empty(),
                        concept.where())));
    }

    private void option(Part option, ItemDraft item) {
        Optional<Part> coding = option.part("valueCoding");
        String value = coding.flatMap(code -> code.take("code").or(() -> code.take("display")))
                .or(() -> option.take("valueInteger"))
                .or(() -> option.take("valueString"))
                .or(() -> option.take("valueDate"))
                .or(() -> option.take("valueTime"))
                .orElse("");
        if (value.isEmpty()) {
            losses.leftOut(option.where(), "an option without a value");
            return;
        }
        Text label = coding.flatMap(code -> texts.text(code, "display"))
                .or(() -> option.has("valueString") ? texts.text(option, "valueString") : Optional.empty())
                .orElse(Text.same(value));
        item.option(value, label, texts.sentence(option, Vendor.HELP), option.where());
    }
}
