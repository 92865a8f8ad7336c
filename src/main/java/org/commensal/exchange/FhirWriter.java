package org.commensal.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** Writes the forms of a study as a bundle of Questionnaires in FHIR R4 (HL7 2019). */
final class FhirWriter {

    private FhirWriter() {}

    static byte[] bytes(Study study) {
        JsonArrayBuilder entries = Json.createArrayBuilder();
        study.questionnaires()
                .values()
                .forEach(form ->
                        entries.add(Json.createObjectBuilder().add("resource", questionnaire(form, study.version()))));
        JsonObject bundle = Json.createObjectBuilder()
                .add("resourceType", "Bundle")
                .add("id", study.id())
                .add("type", "collection")
                .add("entry", entries)
                .build();
        return bundle.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject questionnaire(Questionnaire form, String version) {
        JsonArrayBuilder extensions = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("url", Vendor.MINUTES).add("valueInteger", form.minutes()));
        Vendor.extras(form).forEach((url, value) -> extensions.add(said(url, value)));
        form.scores().forEach(score -> extensions.add(score(score)));
        JsonObjectBuilder out = Json.createObjectBuilder()
                .add("resourceType", "Questionnaire")
                .add("id", form.id())
                .add("language", "en")
                .add("extension", extensions)
                .add("version", version)
                .add("name", form.id());
        text(out, "title", form.title());
        out.add("status", "draft");
        form.intro().ifPresent(intro -> text(out, "description", intro));
        form.attribution().ifPresent(line -> text(out, "copyright", line));
        Loinc.panel(form).ifPresent(code -> out.add("code", coded(Loinc.SYSTEM, code)));
        JsonArrayBuilder items = Json.createArrayBuilder();
        FhirEnabling enabling = new FhirEnabling(form.items());
        boolean isInstrument = form.provenance().isPresent();
        form.items().forEach(item -> items.add(new FhirItemWriter(item, enabling, isInstrument).json()));
        return out.add("item", items).build();
    }

    private static JsonObjectBuilder score(Questionnaire.Score score) {
        JsonArrayBuilder parts = Json.createArrayBuilder()
                .add(said("code", score.code()))
                .add(said("formula", score.formula().source()))
                .add(sentence("label", score.label()));
        score.bands()
                .forEach(band -> parts.add(Json.createObjectBuilder()
                        .add("url", "band")
                        .add(
                                "extension",
                                Json.createArrayBuilder()
                                        .add(said("from", band.from().toPlainString()))
                                        .add(sentence("label", band.label())))));
        return Json.createObjectBuilder().add("url", Vendor.SCORE).add("extension", parts);
    }

    /** An English string, and its translation in the element beside it. */
    static void text(JsonObjectBuilder out, String key, Text text) {
        out.add(key, text.en());
        out.add(
                "_" + key,
                Json.createObjectBuilder()
                        .add("extension", Json.createArrayBuilder().add(dutch(text))));
    }

    private static JsonObjectBuilder dutch(Text text) {
        return Json.createObjectBuilder()
                .add("url", FhirNames.TRANSLATION)
                .add(
                        "extension",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("url", "lang")
                                        .add("valueCode", "nl"))
                                .add(said("content", text.nl())));
    }

    static JsonArrayBuilder coded(String system, String code) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("system", system).add("code", code));
    }

    static JsonObjectBuilder said(String url, String value) {
        return Json.createObjectBuilder().add("url", url).add("valueString", value);
    }

    static JsonObjectBuilder sentence(String url, Text text) {
        JsonObjectBuilder out = Json.createObjectBuilder().add("url", url);
        text(out, "valueString", text);
        return out;
    }
}
