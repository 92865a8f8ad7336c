package org.commensal.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.anonymity.Anonymised;
import org.commensal.anonymity.DisclosureRisk;
import org.commensal.anonymity.Diversity;
import org.commensal.anonymity.Hierarchy;
import org.commensal.anonymity.Metric;
import org.commensal.anonymity.QuasiIdentifiers;
import org.commensal.kernel.Refusal;

/**
 * What was done to a table to make it anonymous, and how likely somebody in it is recognised.
 *
 * @param risks the figures of each kind of risk, as JSON names them
 */
record AnonymityReport(IdentifyingColumns columns, Anonymised anonymised, Map<String, Object> risks) {

    /**
     * @param everybody whom the table is from
     * @param sensitive the column of which is said how its values are spread
     */
    static AnonymityReport of(
            IdentifyingColumns columns,
            Anonymised anonymised,
            double threshold,
            Optional<CsvTable> everybody,
            Optional<String> sensitive) {
        List<List<String>> rows = anonymised.rows();
        List<Integer> kept = anonymised.kept();
        List<List<String>> keptRows = kept.stream().map(rows::get).toList();
        List<List<String>> before = anonymised
                .table()
                .generalised(anonymised.levels().stream().map(level -> 0).toList());
        Map<String, Object> risks = new LinkedHashMap<>();
        risks.put("risk", figures(DisclosureRisk.prosecutor(keptRows, threshold)));
        risks.put("risk-before", figures(DisclosureRisk.prosecutor(before, threshold)));
        everybody.ifPresent(they -> risks.put(
                "journalist-risk",
                figures(journalist(keptRows, columns.quasiIdentifiers(they), anonymised.levels(), threshold))));
        sensitive.ifPresent(column -> risks.put("diversity", diversity(columns, keptRows, kept, column)));
        return new AnonymityReport(columns, anonymised, risks);
    }

    private static DisclosureRisk journalist(
            List<List<String>> rows, QuasiIdentifiers everybody, List<Integer> levels, double threshold) {
        try {
            return DisclosureRisk.journalist(rows, everybody.generalised(levels), threshold);
        } catch (Refusal refusal) {
            throw Stopped.impossible(refusal.text().en());
        }
    }

    private static Map<String, Object> diversity(
            IdentifyingColumns columns, List<List<String>> keptRows, List<Integer> kept, String column) {
        int place = columns.header().indexOf(column);
        Diversity diversity = Diversity.of(
                keptRows,
                kept.stream()
                        .map(row -> columns.table().rows().get(row + 1).cells().get(place))
                        .toList());
        return Json.members(
                "column", column,
                "distinct", diversity.distinct(),
                "entropy", diversity.entropy(),
                "closeness", diversity.closeness());
    }

    private static Map<String, Object> figures(DisclosureRisk risk) {
        return Json.members(
                "highest", risk.highest(),
                "average", risk.average(),
                "at-risk", risk.atRisk(),
                "threshold", risk.threshold(),
                "smallest-class", risk.smallest());
    }

    void print(Metric metric, double suppression, boolean json, PrintWriter out) {
        if (json) {
            Map<String, Object> all = Json.members("columns", columns.names(), "levels", anonymised.levels());
            all.putAll(figures(metric, suppression));
            out.println(Json.of(all));
            return;
        }
        List<Hierarchy> known = List.copyOf(columns.folder().hierarchies().values());
        for (int i = 0; i < known.size(); i++) {
            line(
                    columns.names().get(i),
                    "level " + anonymised.levels().get(i) + " of "
                            + known.get(i).height(),
                    out);
        }
        figures(metric, suppression).forEach((name, figure) -> {
            if (figure instanceof Map<?, ?> several) {
                several.forEach((one, value) -> line(name + " " + one, value, out));
            } else {
                line(name, figure, out);
            }
        });
    }

    private Map<String, Object> figures(Metric metric, double suppression) {
        Map<String, Object> figures = Json.members(
                "metric", metric.key(),
                "k", anonymised.k(),
                "suppression", suppression,
                "score", anonymised.score(),
                "classes", anonymised.classes(),
                "suppressed", anonymised.suppressed(),
                "rows", anonymised.table().rows(),
                "nodes", anonymised.nodes(),
                "visited", anonymised.visited());
        figures.putAll(risks);
        return figures;
    }

    private static void line(String name, Object value, PrintWriter out) {
        out.println("%-29s %s".formatted(name, value instanceof Double number ? ComputePower.short5(number) : value));
    }
}
