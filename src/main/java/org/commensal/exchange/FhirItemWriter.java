package org.commensal.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.commensal.instrument.Item;
import org.commensal.instrument.UsualLimits;
import org.commensal.kernel.Text;

/**
 * Writes one item of a form as an item of a FHIR Questionnaire.
 *
 * @param enabling the conditions of its form
 * @param ofInstrument whether the form is an instrument, whose items may have codes that everybody knows
 */
record FhirItemWriter(Item item, FhirEnabling enabling, boolean ofInstrument) {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("boolean", "boolean"),
            Map.entry("choice", "choice"),
            Map.entry("choices", "choice"),
            Map.entry("integer", "integer"),
            Map.entry("number", "decimal"),
            Map.entry("nrs", "integer"),
            Map.entry("vas", "integer"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("medication", "string"),
            Map.entry("file", "attachment"),
            Map.entry("text", "text"));

    JsonObjectBuilder json() {
        JsonObjectBuilder out =
                Json.createObjectBuilder().add("extension", extensions()).add("linkId", item.code());
        if (ofInstrument) {
            Loinc.item(item.code()).ifPresent(code -> out.add("code", FhirWriter.coded(Loinc.SYSTEM, code)));
        }
        FhirWriter.text(out, "text", item.question());
        boolean isTruth = "boolean".equals(item.settings().get("result"));
        out.add("type", TYPES.getOrDefault(item.type(), isTruth ? "boolean" : "decimal"));
        item.askIf().ifPresent(askIf -> enabling.add(askIf.source(), out));
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
        boolean isLine = item.type().equals("vas");
        if (!item.options().isEmpty() && !isLine) {
            JsonArrayBuilder options = Json.createArrayBuilder();
            item.options().forEach(option -> options.add(option(option)));
            out.add("answerOption", options);
        }
        JsonArrayBuilder below = Json.createArrayBuilder();
        item.help().ifPresent(help -> below.add(display("help", help)));
        if (isLine) {
            below.add(display("lower", item.options().get(0).label()));
            below.add(display("upper", item.options().get(1).label()));
        }
        if (isLine || item.help().isPresent()) {
            out.add("item", below);
        }
        return out;
    }

    /** Words below the question: its help, or what an end of a line means. */
    private JsonObjectBuilder display(String role, Text words) {
        JsonObjectBuilder below = Json.createObjectBuilder()
                .add("extension", Json.createArrayBuilder().add(control(role)))
                .add("linkId", item.code() + "-" + role);
        FhirWriter.text(below, "text", words);
        return below.add("type", "display");
    }

    private static JsonObjectBuilder control(String role) {
        JsonObjectBuilder coding = Json.createObjectBuilder()
                .add("system", "http://hl7.org/fhir/questionnaire-item-control")
                .add("code", role);
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
            setting("decimals")
                    .ifPresent(some -> out.add(Json.createObjectBuilder()
                            .add("url", FhirNames.DECIMALS)
                            .add("valueInteger", Integer.parseInt(some))));
        }
        if (item.type().equals("nrs") || item.type().equals("vas")) {
            out.add(control("slider"));
            out.add(Json.createObjectBuilder().add("url", FhirNames.STEP).add("valueInteger", 1));
        }
        said(out, Vendor.USUAL_LEAST, UsualLimits.LEAST);
        said(out, Vendor.USUAL_MOST, UsualLimits.MOST);
        said(out, Vendor.MAY_REFUSE, Item.MAY_REFUSE);
        said(out, Vendor.INDICATION, "indication");
        setting("unit").ifPresent(unit -> out.add(unit(unit)));
        said(out, Vendor.FORMULA, "formula");
        said(out, Vendor.RESULT, "result");
        return out;
    }

    private void said(JsonArrayBuilder out, String url, String key) {
        setting(key).ifPresent(value -> out.add(FhirWriter.said(url, value)));
    }

    private static JsonObjectBuilder unit(String unit) {
        JsonObjectBuilder coding = Json.createObjectBuilder();
        Ucum.code(unit).ifPresent(code -> coding.add("system", Ucum.SYSTEM).add("code", code));
        return Json.createObjectBuilder().add("url", FhirNames.UNIT).add("valueCoding", coding.add("display", unit));
    }

    /** A limit has the type of the answers. */
    private void number(JsonArrayBuilder out, String url, String key) {
        setting(key).ifPresent(value -> {
            JsonObjectBuilder limit = Json.createObjectBuilder().add("url", url);
            out.add(
                    item.type().equals("number")
                            ? limit.add("valueDecimal", new BigDecimal(value))
                            : limit.add("valueInteger", Integer.parseInt(value)));
        });
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
