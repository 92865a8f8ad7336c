package org.commensal.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.kernel.Text;

/** A score of one of our forms, which an export of ours writes as an item that is computed last. */
record OdmScore(OdmNames names, StudyDraft study) {

    void add(Part part, Optional<Part> method, String name, FormDraft form) {
        String code = study.variable(name, part.where());
        part.passOver("DataType", "SignificantDigits");
        Text label = names.text(part, "Question").orElse(Text.same(name));
        List<Questionnaire.Score.Band> bands = new ArrayList<>();
        Optional<String> from = OdmNames.alias(part, Vendor.BAND + ":0");
        while (from.filter(number -> number.matches("-?[0-9]{1,6}")).isPresent()) {
            Text said = names.sentence(part, Vendor.BAND + ":" + bands.size()).orElse(Text.same("?"));
            bands.add(new Questionnaire.Score.Band(new BigDecimal(from.get()), said));
            from = OdmNames.alias(part, Vendor.BAND + ":" + bands.size());
        }
        method.flatMap(found -> new OdmLogic(study.losses()).expression(found, form, Type.Kind.NUMBER))
                .ifPresentOrElse(
                        formula -> form.add(new Questionnaire.Score(code, label, formula, bands)),
                        () -> study.losses().leftOut(part.where(), label.en()));
    }
}
