package org.commensal.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.instrument.Questionnaire;
import org.commensal.instrument.Type;
import org.commensal.kernel.Language;
import org.commensal.kernel.Text;

/** Questionnaires of FHIR R4 (HL7 2019), one or a bundle of them: each becomes a form. */
final class FhirReader {

    private final StudyDraft study;
    private final Losses losses;

    private FhirReader(String file) {
        this.study = new StudyDraft(file);
        this.losses = study.losses();
    }

    static boolean recognises(String start) {
        return start.startsWith("{");
    }

    static Import read(String file, byte[] bytes) {
        Part root = JsonSource.read(file, bytes);
        String type = root.take("resourceType").orElse("");
        List<Part> found = new ArrayList<>();
        if (type.equals("Questionnaire")) {
            found.add(root);
        } else if (type.equals("Bundle")) {
            root.passOver("type");
            root.parts("entry").forEach(entry -> entry.part("resource")
                    .filter(resource -> resource.take("resourceType")
                            .filter("Questionnaire"::equals)
                            .isPresent())
                    .ifPresent(found::add));
        }
        if (found.isEmpty()) {
            throw new FaultyImport(
                    file, 1, "There is no Questionnaire here.", "Import a Questionnaire, or a Bundle of them.");
        }
        FhirReader reader = new FhirReader(file);
        Optional<Text> title =
                found.stream().map(reader::form).toList().stream().findFirst();
        String id = root.take("id").orElse(file.replaceAll("\\.[A-Za-z]{1,5}$", ""));
        root.listRest(reader.losses);
        return reader.study.finish(StudyDraft.Head.of(id, title.orElseThrow()));
    }

    private Text form(Part part) {
        part.passOver("version", "status", "date", "url");
        part.take("id").flatMap(Loinc::panel).ifPresent(code -> FhirTexts.passOverCode(part, Loinc.SYSTEM, code));
        String language = part.take("language").orElse("");
        if (language.isEmpty()) {
            losses.toComplete(
                    part.where(),
                    "The language is not said; we took it for English.",
                    "De taal staat er niet bij; we gingen uit van Engels.");
        }
        FhirTexts texts = new FhirTexts(new Wording(losses, Language.of(language.split("-", 2)[0])));
        String name = part.take("id").or(() -> part.take("name")).orElse("form");
        part.take("name")
                .filter(other -> !other.equals(name))
                .ifPresent(other -> losses.leftOut(part.where(), "name = " + other));
        Text title = texts.text(part, "title").orElse(Text.same(name));
        FormDraft form = study.form(name, title, part.where());
        FhirTexts.number(part, Vendor.MINUTES)
                .filter(minutes -> minutes.matches("[1-9][0-9]?|1[0-9]{2}"))
                .ifPresent(minutes -> form.minutes(Integer.parseInt(minutes)));
        texts.text(part, "description").ifPresent(form::intro);
        texts.text(part, "copyright").ifPresent(form::attribution);
        Vendor.provenance(url -> FhirTexts.string(part, url)).ifPresent(form::provenance);
        FhirItems items = new FhirItems(study, form, texts, new FhirOptions(part, texts, losses));
        part.parts("item").forEach(item -> items.add(item, Optional.empty()));
        FhirTexts.extensions(part, Vendor.SCORE).forEach(score -> score(score, texts, form));
        return title;
    }

    private void score(Part part, FhirTexts texts, FormDraft form) {
        String code = study.variable(FhirTexts.string(part, "code").orElse("score"), part.where());
        Text label = texts.sentence(part, "label").orElse(Text.same(code));
        String formula = FhirTexts.string(part, "formula").orElse("");
        List<Questionnaire.Score.Band> bands = new ArrayList<>();
        for (Part band : FhirTexts.extensions(part, "band")) {
            FhirTexts.string(band, "from")
                    .filter(from -> from.matches("-?[0-9]{1,6}"))
                    .ifPresentOrElse(
                            from -> bands.add(new Questionnaire.Score.Band(
                                    new BigDecimal(from),
                                    texts.sentence(band, "label").orElse(Text.same("?")))),
                            () -> losses.leftOut(band.where(), "band"));
        }
        form.expression(formula, Type.Kind.NUMBER)
                .ifPresentOrElse(
                        known -> form.add(new Questionnaire.Score(code, label, known, bands)),
                        () -> losses.leftOut(part.where(), label.en() + ": " + formula));
    }
}
