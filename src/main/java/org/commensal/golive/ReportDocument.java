package org.commensal.golive;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.allocation.simulation.Figure;
import org.commensal.allocation.simulation.Report;
import org.commensal.kernel.Text;

/** A simulation report as the text that is kept: the same report, the same bytes. */
final class ReportDocument {

    private ReportDocument() {}

    static String write(Report report) {
        JsonArrayBuilder facts = JSON.createArrayBuilder();
        report.facts().forEach((name, value) -> facts.add(text(name).add("value", value)));
        JsonArrayBuilder methods = JSON.createArrayBuilder();
        report.methods().forEach(method -> methods.add(method(method)));
        return JSON.createObjectBuilder()
                .add("title", text(report.title()))
                .add("facts", facts)
                .add("methods", methods)
                .build()
                .toString();
    }

    /** SHA-256 of the kept text, in lower-case hex. */
    static String sha256(Report report) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(report).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static JsonObjectBuilder text(Text text) {
        return JSON.createObjectBuilder().add("en", text.en()).add("nl", text.nl());
    }

    private static JsonObjectBuilder method(Report.Method method) {
        JsonArrayBuilder figures = JSON.createArrayBuilder();
        for (Figure figure : method.figures()) {
            JsonObjectBuilder one =
                    JSON.createObjectBuilder().add("name", figure.name()).add("value", figure.value());
            Double error = figure.error();
            figures.add(error == null ? one : one.add("error", error));
        }
        JsonArrayBuilder histogram = JSON.createArrayBuilder();
        method.histogram().forEach(histogram::add);
        JsonArrayBuilder trace = JSON.createArrayBuilder();
        for (Report.Step step : method.trace()) {
            JsonArrayBuilder numbers = JSON.createArrayBuilder().add(step.participant());
            step.probabilities().forEach(numbers::add);
            trace.add(numbers);
        }
        return JSON.createObjectBuilder()
                .add("name", method.name())
                .add("settings", method.settings())
                .add("figures", figures)
                .add("histogram", histogram)
                .add("trace", trace);
    }

    static Report read(String document) {
        try (var reader = JSON.createReader(new StringReader(document))) {
            JsonObject report = reader.readObject();
            Map<Text, String> facts = new LinkedHashMap<>();
            report.getJsonArray("facts")
                    .getValuesAs(JsonObject.class)
                    .forEach(fact -> facts.put(text(fact), fact.getString("value")));
            List<Report.Method> methods = report.getJsonArray("methods").getValuesAs(JsonObject.class).stream()
                    .map(ReportDocument::method)
                    .toList();
            return new Report(text(report.getJsonObject("title")), facts, methods);
        }
    }

    private static Text text(JsonObject text) {
        return new Text(text.getString("en"), text.getString("nl"));
    }

    private static Report.Method method(JsonObject method) {
        return new Report.Method(
                method.getString("name"),
                method.getString("settings"),
                method.getJsonArray("figures").getValuesAs(JsonObject.class).stream()
                        .map(ReportDocument::figure)
                        .toList(),
                method.getJsonArray("histogram").getValuesAs(JsonNumber::intValue),
                trace(method));
    }

    /** None in a document from before there were any. */
    private static List<Report.Step> trace(JsonObject method) {
        return method.containsKey("trace")
                ? method.getJsonArray("trace").getValuesAs(JsonArray.class).stream()
                        .map(step -> new Report.Step(
                                step.getInt(0),
                                step.getValuesAs(JsonNumber::doubleValue).subList(1, step.size())))
                        .toList()
                : List.of();
    }

    private static Figure figure(JsonObject figure) {
        return new Figure(
                figure.getString("name"),
                figure.getJsonNumber("value").doubleValue(),
                figure.containsKey("error") ? figure.getJsonNumber("error").doubleValue() : null);
    }
}
