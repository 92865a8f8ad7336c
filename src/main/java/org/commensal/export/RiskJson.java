package org.commensal.export;

import static org.commensal.audit.JsonColumn.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.commensal.anonymity.DisclosureRisk;
import org.commensal.anonymity.Diversity;
import org.commensal.export.disclosure.DisclosureReport;

/** The report on the risk of disclosure, as a file of its own. */
final class RiskJson {

    private RiskJson() {}

    static String of(DisclosureReport report) {
        JsonArrayBuilder columns = JSON.createArrayBuilder();
        report.quasiIdentifiers().forEach(columns::add);
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("label", report.label())
                .add("quasi-identifiers", columns)
                .add("prosecutor-risk", figures(report.risk()))
                .add(
                        "journalist-risk",
                        JSON.createObjectBuilder()
                                .add("highest-at-most", report.risk().highest()));
        report.asked().ifPresent(asked -> {
            JsonObjectBuilder done = JSON.createObjectBuilder();
            new TreeMap<>(report.done()).forEach((column, told) -> done.add(column, told.en()));
            json.add("k", asked.k())
                    .add("suppressed-percent-at-most", asked.suppressedPercent())
                    .add("generalised", done)
                    .add("suppressed", report.suppressed())
                    .add("prosecutor-risk-before", figures(report.before()))
                    .add("within-classes", spread(report.spread()));
        });
        return json.build() + "\n";
    }

    /** Distinct and entropy l-diversity and t-closeness of each column. */
    private static JsonObjectBuilder spread(Map<String, Diversity> spread) {
        JsonObjectBuilder columns = JSON.createObjectBuilder();
        new TreeMap<>(spread)
                .forEach((column, diversity) -> columns.add(
                        column,
                        JSON.createObjectBuilder()
                                .add("distinct-l", diversity.distinct())
                                .add("entropy-l", diversity.entropy())
                                .add("t", diversity.closeness())));
        return columns;
    }

    private static JsonObjectBuilder figures(DisclosureRisk risk) {
        return JSON.createObjectBuilder()
                .add("subjects", risk.rows())
                .add("classes", risk.classes())
                .add("smallest-class", risk.smallest())
                .add("highest", risk.highest())
                .add("average", risk.average())
                .add("threshold", risk.threshold())
                .add("share-above-threshold", risk.atRisk());
    }
}
