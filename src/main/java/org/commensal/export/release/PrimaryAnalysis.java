package org.commensal.export.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol.AnalysisPlan;
import org.commensal.protocol.Protocol.Design;
import org.commensal.protocol.Protocol.SampleSize;
import org.commensal.protocol.Protocol.Statistics;
import org.commensal.protocol.Study;

/**
 * What the protocol says of the analysis of its primary outcomes, as far as a program can start from it.
 *
 * @param structure of the trial, such as {@code parallel}; empty where the protocol does not say
 * @param framework such as {@code superiority}; empty where the protocol does not say
 * @param alpha two-sided, as written: {@code 0.05}
 * @param plan the statements on it, in their order; of one that may name an arm by its code only that it is there
 */
public record PrimaryAnalysis(
        String structure, String framework, Optional<String> alpha, List<Outcome> outcomes, List<Statement> plan) {

    public static final String MULTIPLICITY = "multiplicity";

    private static final Text WITHHELD = new Text(
            "(not quoted, since it has the code of an arm in it: read it in the protocol)",
            "(niet aangehaald, want er staat de code van een groep in: lees het in het protocol)");

    /** @param metric such as {@code change-from-baseline} */
    public record Outcome(String id, Text name, String metric) {}

    /** @param about what it is about, such as {@code multiplicity} */
    public record Statement(String about, Text text) {

        private Statement withheld() {
            return new Statement(about, WITHHELD);
        }
    }

    public static PrimaryAnalysis of(Study study) {
        AnalysisPlan plan = study.protocol().analysis();
        Optional<Design> design = study.protocol().rationale().design();
        return new PrimaryAnalysis(
                design.map(Design::structure).orElse(""),
                design.map(Design::framework).orElse(""),
                plan.sampleSize().map(SampleSize::alpha),
                plan.outcomes().stream()
                        .filter(outcome -> outcome.role().equals("primary"))
                        .map(outcome -> new Outcome(outcome.id(), outcome.name(), outcome.metric()))
                        .toList(),
                plan.statistics().map(PrimaryAnalysis::statements).orElse(List.of()).stream()
                        .map(statement -> ArmWords.absent(study, statement.text()) ? statement : statement.withheld())
                        .toList());
    }

    private static List<Statement> statements(Statistics statistics) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement("primary model", statistics.primaryModel()));
        statistics.multiplicity().ifPresent(text -> statements.add(new Statement(MULTIPLICITY, text)));
        statistics.missingData().ifPresent(text -> statements.add(new Statement("missing data", text)));
        statistics.populations().forEach(text -> statements.add(new Statement("population", text)));
        statistics.sensitivity().forEach(text -> statements.add(new Statement("sensitivity", text)));
        statistics.subgroups().forEach(text -> statements.add(new Statement("subgroup", text)));
        return statements;
    }

    /** What the plan says about something. */
    public Optional<Text> says(String about) {
        return plan.stream()
                .filter(statement -> statement.about().equals(about))
                .map(Statement::text)
                .findFirst();
    }
}
