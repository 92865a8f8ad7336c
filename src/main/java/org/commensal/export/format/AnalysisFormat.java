package org.commensal.export.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.export.release.PrimaryAnalysis;
import org.commensal.export.release.PrimaryAnalysis.Outcome;
import org.commensal.export.release.PrimaryAnalysis.Statement;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/**
 * A script for R from which the analysis of the primary outcomes starts: flow, baseline, outcome by arm, and the comparison
 * of arms where outcome and design have one that needs no choice of the analyst.
 *
 * <p>In a trial of parallel groups, an outcome that is a number is compared by analysis of covariance and one that is reached
 * or not by a difference of proportions. Any other is described, and the script says why it is not compared.
 */
final class AnalysisFormat implements Format {

    private static final String ANCOVA = "ancova";
    private static final String PROPORTION = "proportion";

    private static final Map<String, String> COMPARED =
            Map.of("change-from-baseline", ANCOVA, "percent-change", ANCOVA, "value", ANCOVA, "responder", PROPORTION);

    private static final Set<String> CHANGES = Set.of("change-from-baseline", "percent-change");

    private static final Map<String, Set<String>> NEEDED = Map.of(
            "participants", Set.of("subject", "stage"),
            "endpoints",
                    Set.of(
                            "subject",
                            "outcome",
                            "variable",
                            "event",
                            "at_baseline",
                            "value",
                            "value_missing",
                            "baseline",
                            "change",
                            "change_missing"));

    private static final String HOW = """
            #
            # A start for the analysis of the primary outcomes, in R without packages. Run it in the folder of the CSV files:
            # Rscript analysis.R. It prints what it finds and writes it to results/. It reads the CSV files by itself, so that its
            # results do not depend on load.R or on what is installed.
            """;

    private static final String NOT_DONE = """
            #
            # What the plan asks beyond the comparison at one time point below is not done here, such as a mixed model of repeated
            # measures, imputation, subgroups, and its sensitivity analyses. The analysis is that of the statistical analysis plan.

            """;

    @Override
    public String note() {
        return """
                analysis.R starts the analysis of the primary outcomes in R, without packages: Rscript analysis.R
                """;
    }

    @Override
    public List<File> files(Dataset dataset) {
        return List.of(new File("analysis.R", out -> {
            out.write(LittleEndian.utf8(script(dataset)));
            return 0;
        }));
    }

    private static String script(Dataset dataset) throws IOException {
        StringBuilder script =
                new StringBuilder(ScriptsFormat.head("# ", dataset)).append(HOW).append(plan(dataset.analysis()));
        if (!hasNeeded(dataset)) {
            return script.append(
                            "\nmessage(\"The release has no table of endpoints and participants with the columns that")
                    .append(" an analysis needs.\")\n")
                    .toString();
        }
        script.append(settings(dataset.analysis()));
        for (String part : parts(dataset.analysis())) {
            script.append(part(part));
        }
        return script.toString();
    }

    private static boolean hasNeeded(Dataset dataset) {
        Map<String, Set<String>> columns = dataset.tables().stream()
                .collect(Collectors.toMap(
                        Table::name,
                        table -> table.columns().stream().map(Column::name).collect(Collectors.toSet())));
        return NEEDED.entrySet().stream().allMatch(table -> columns.getOrDefault(table.getKey(), Set.of())
                .containsAll(table.getValue()));
    }

    private static String plan(PrimaryAnalysis analysis) {
        String said = analysis.plan().stream().map(AnalysisFormat::said).collect(Collectors.joining());
        return said.isEmpty() ? "" : "#\n# The protocol says:\n" + said;
    }

    private static String said(Statement statement) {
        return ScriptsFormat.line(
                "#   " + statement.about() + ": " + statement.text().en());
    }

    private static String settings(PrimaryAnalysis analysis) {
        String framework = analysis.framework().isEmpty() ? "not stated" : analysis.framework();
        return NOT_DONE + "alpha <- " + alpha(analysis) + " # two-sided, "
                + (analysis.alpha().isPresent() ? "of the sample size of the protocol" : "since the protocol has none")
                + "; framework: " + framework + "\nadjust <- \"" + adjustment(analysis)
                + "\" # of p-values for several comparisons, from the words of the plan: closed, holm or none\n"
                + outcomes(analysis);
    }

    private static String alpha(PrimaryAnalysis analysis) {
        return analysis.alpha().filter(text -> text.matches("0?\\.[0-9]+")).orElse("0.05");
    }

    /** The method that the plan names; none where it names another, or several. */
    private static String adjustment(PrimaryAnalysis analysis) {
        String words = analysis.says(PrimaryAnalysis.MULTIPLICITY)
                .map(Text::en)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        boolean closed = words.contains("closed test");
        boolean holm = words.matches("(?s).*\\bholm\\b.*");
        if (closed == holm) {
            return "none";
        }
        return closed ? "closed" : "holm";
    }

    /** The parts of the script by name; that of a comparison is there where an outcome needs it. */
    private static Set<String> parts(PrimaryAnalysis analysis) {
        Stream<String> comparisons = analysis.outcomes().stream()
                .filter(outcome -> isCompared(analysis, outcome))
                .map(AnalysisFormat::comparison);
        return Stream.of(Stream.of("read", "describe"), comparisons, Stream.of("run"))
                .flatMap(part -> part)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String outcomes(PrimaryAnalysis analysis) {
        return analysis.outcomes().stream()
                .map(outcome -> "  list(id = " + RScript.quoted(outcome.id()) + ", name = "
                        + RScript.quoted(outcome.name().en()) + ", column = \"" + column(outcome) + "\",\n    "
                        + how(analysis, outcome) + ")")
                .collect(Collectors.joining(",\n", "outcomes <- list(\n", ")\n"));
    }

    private static String column(Outcome outcome) {
        return CHANGES.contains(outcome.metric()) ? "change" : "value";
    }

    private static String how(PrimaryAnalysis analysis, Outcome outcome) {
        if (isCompared(analysis, outcome)) {
            return "analysis = \"" + comparison(outcome) + "\"";
        }
        String structure = analysis.structure().isEmpty() ? "not stated" : analysis.structure();
        String reason = "the design is " + structure + " and the outcome a " + outcome.metric()
                + ", for which the analyst has to choose a model.";
        return "reason = " + RScript.quoted(reason);
    }

    private static String comparison(Outcome outcome) {
        return COMPARED.getOrDefault(outcome.metric(), "");
    }

    private static boolean isCompared(PrimaryAnalysis analysis, Outcome outcome) {
        return analysis.structure().equals("parallel") && COMPARED.containsKey(outcome.metric());
    }

    private static String part(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AnalysisFormat.class.getResourceAsStream("analysis/" + name + ".R"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
