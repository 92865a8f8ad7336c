package org.commensal.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Item;

/** Writes one item of a form as an item of a FHIR Questionnaire. */
record FhirItemWriter(Item item) {

    private static final Map<String, String> TYPES = Map.of(
            "boolean", "boolean", "choice", "choice", "choices", "choice", "integer", "integer", "number", "decimal",
            "nrs", "integer", "date", "date", "time", "time", "text", "text");

    JsonObjectBuilder json() {
        JsonObjectBuilder out =
                Json.createObjectBuilder().add("extension", extensions()).add("linkId", item.code());
        FhirWriter.text(out, "text", item.question());
        boolean isTruth = "boolean".equals(item.settings().get("result"));
        out.add("type", TYPES.getOrDefault(item.type(), isTruth ? "boolean" : "decimal"));
        if (item.required()) {
            out.add("required", true);
        }
        if (item.type().equals("choices")) {
            out.add("repeats", true);
        }
        if (item.type().equals("computed")) {
            out.add("readOnly", true);
        }
        if (item.type().equals("text")) {
            out.add("maxLength", Integer.parseInt(item.settings().getOrDefault("max-length", "500")));
        }
        if (!item.options().isEmpty()) {
            JsonArrayBuilder options = Json.createArrayBuilder();
            item.options().forEach(option -> options.add(option(option)));
            out.add("answerOption", options);
        }
        item.help().ifPresent(help -> {
            JsonObjectBuilder below = Json.createObjectBuilder()
                    .add("extension", Json.createArrayBuilder().add(control()))
                    .add("linkId", item.code() + "-help");
            FhirWriter.text(below, "text", help);
            out.add("item", Json.createArrayBuilder().add(below.add("type", "display")));
        });
        return out;
    }

    private static JsonObjectBuilder control() {
        JsonObjectBuilder coding = Json.createObjectBuilder()
                .add("system", "http://hl7.org/fhir/questionnaire-item-control")
                .add("code", "help");
        return Json.createObjectBuilder()
                .add("url", FhirNames.CONTROL)
                .add(
                        "valueCodeableConcept",
                        Json.createObjectBuilder()
                                .add("coding", Json.createArrayBuilder().add(coding)));
    }

    private JsonArrayBuilder extensions() {
        JsonArrayBuilder out = Json.createArrayBuilder()
                .add(FhirWriter.said(Vendor.TYPE, item.type()))
                .add(FhirWriter.said(Vendor.EXPORT, item.exportClass()));
        item.askIf().ifPresent(askIf -> out.add(FhirWriter.said(Vendor.ASK_IF, askIf.source())));
        number(out, FhirNames.LEAST, "least");
        number(out, FhirNames.MOST, "most");
        if (item.type().equals("number")) {
            number(out, FhirNames.DECIMALS, "decimals");
        }
        setting("unit")
                .ifPresent(unit -> out.add(Json.createObjectBuilder()
                        .add("url", FhirNames.UNIT)
                        .add("valueCoding", Json.createObjectBuilder().add("display", unit))));
        setting("formula").ifPresent(formula -> out.add(FhirWriter.said(Vendor.FORMULA, formula)));
        setting("result").ifPresent(result -> out.add(FhirWriter.said(Vendor.RESULT, result)));
        return out;
    }

    private void number(JsonArrayBuilder out, String url, String key) {
        setting(key)
                .ifPresent(value -> out.add(
                        Json.createObjectBuilder().add("url", url).add("valueInteger", Integer.parseInt(value))));
    }

    private Optional<String> setting(String key) {
        return Optional.ofNullable(item.settings().get(key));
    }

    private static JsonObjectBuilder option(Item.Option option) {
        JsonObjectBuilder coding = Json.createObjectBuilder().add("code", option.value());
        FhirWriter.text(coding, "display", option.label());
        JsonObjectBuilder out = Json.createObjectBuilder();
        option.help()
                .ifPresent(help ->
                        out.add("extension", Json.createArrayBuilder().add(FhirWriter.sentence(Vendor.HELP, help))));
        return out.add("valueCoding", coding);
    }
}
