package org.commensal.export.release;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.commensal.export.release.EndpointPlan.Endpoint;
import org.commensal.export.release.EndpointValues.Found;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol.Outcome;
import org.commensal.questionnaires.Response;

/**
 * The endpoints in long form: one row a subject, outcome and variable at its time point, and one for its baseline where it
 * has one, as in the basic data structure of ADaM (CDISC 2009). Long, because outcomes of different visits and blocks are
 * then one set of columns that no amendment of the protocol changes, and a model selects an outcome by its id.
 *
 * <p>The change from baseline is there where the metric of the outcome is a change.
 */
final class EndpointTable {

    static final String NAME = "endpoints";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> CHANGES = Set.of("change-from-baseline", "percent-change");
    private static final List<Code> ROLES = List.of(
            new Code("primary", new Text("primary", "primair")),
            new Code("key-secondary", new Text("key secondary", "belangrijk secundair")),
            new Code("secondary", new Text("secondary", "secundair")),
            new Code("exploratory", new Text("exploratory", "verkennend")));

    private final Basis basis;
    private final EndpointPlan plan;

    private EndpointTable(Basis basis) {
        this.basis = basis;
        this.plan = new EndpointPlan(basis.study(), FormColumns.released(basis.versions()));
    }

    /** Whether the protocol names an outcome. */
    static boolean isIn(Basis basis) {
        return !basis.study().protocol().analysis().outcomes().isEmpty();
    }

    static Table of(Basis basis, Progresses progresses, SealedResponseRegister responses, DerivedValues derived) {
        EndpointTable table = new EndpointTable(basis);
        return new Table(
                NAME,
                new Text(
                        "Outcomes of the protocol at their time points", "Uitkomsten van het protocol op hun tijdstip"),
                table.columns(),
                rows -> progresses.portions(several -> {
                    Map<String, List<Response>> given =
                            responses.current(basis, table.plan.forms(), basis.codes(List.copyOf(several.keySet())));
                    several.forEach((id, progress) -> table.rows(
                            id,
                            new EndpointValues(
                                    id,
                                    progress,
                                    derived,
                                    given.getOrDefault(progress.subject().code(), List.of())),
                            rows));
                }));
    }

    /** The columns of which one is filled where an outcome has a value at its time point. */
    static List<String> measuredBy(Outcome outcome) {
        return CHANGES.contains(outcome.metric()) ? List.of("change") : List.of("value", "value_code");
    }

    private List<Column> columns() {
        return List.of(
                ParticipantTable.subjectColumn(),
                Column.choice("outcome", new Text("Outcome", "Uitkomst"), outcomes()),
                Column.choice("role", new Text("Its role in the analysis", "De rol in de analyse"), ROLES),
                Column.text("metric", new Text("How it is measured", "Hoe de uitkomst wordt gemeten")),
                Column.text("variable", new Text("Variable of the protocol", "Variabele van het protocol"))
                        .remarked(elsewhere()),
                KeyColumns.event(basis.versions()),
                Column.truth("at_baseline", new Text("Before randomisation", "Vóór de loting")),
                explained("value", "Value", "Waarde"),
                KeyColumns.reason("value"),
                Column.text("value_code", new Text("Value where it is a word", "Waarde die een woord is")),
                explained("baseline", "Value at baseline", "Waarde bij de nulmeting"),
                KeyColumns.reason("baseline"),
                explained(
                        "change",
                        "Change from baseline; in per cent of it where the metric is percent-change",
                        "Verandering sinds de nulmeting; in procent daarvan bij percent-change"),
                KeyColumns.reason("change"));
    }

    private static Column explained(String name, String en, String nl) {
        return Column.number(name, new Text(en, nl)).explainedBy(name + FormColumns.REASON);
    }

    private List<Code> outcomes() {
        return basis.study().protocol().analysis().outcomes().stream()
                .map(outcome -> new Code(outcome.id(), outcome.name()))
                .toList();
    }

    private String elsewhere() {
        return plan.elsewhere().isEmpty()
                ? ""
                : "not here, since no form of the visit of its outcome asks it: " + String.join(", ", plan.elsewhere());
    }

    private void rows(String id, EndpointValues values, Consumer<String[]> rows) {
        for (Endpoint endpoint : plan.endpoints()) {
            Optional<Found> baseline = values.first(endpoint.baseline());
            baseline.ifPresent(before -> rows.accept(row(id, endpoint, before, Optional.empty())));
            rows.accept(row(id, endpoint, values.found(endpoint.at()), baseline));
        }
    }

    private String[] row(String id, Endpoint endpoint, Found value, Optional<Found> baseline) {
        Outcome outcome = endpoint.outcome();
        Cell before = baseline.map(Found::cell).orElse(Cell.NOT_APPLICABLE);
        Cell change = baseline.map(found -> change(outcome.metric(), value.cell(), before))
                .orElse(Cell.NOT_APPLICABLE);
        return new String[] {
            id,
            outcome.id(),
            outcome.role(),
            outcome.metric(),
            value.source().variable(),
            value.source().event(),
            Boolean.toString(plan.isBefore(value.source())),
            value.cell().number(),
            value.cell().missing(),
            value.word(),
            before.number(),
            before.missing(),
            change.number(),
            change.missing()
        };
    }

    private static Cell change(String metric, Cell value, Cell before) {
        return switch (metric) {
            case "change-from-baseline" -> Cell.both(value, before, BigDecimal::subtract);
            case "percent-change" ->
                before.value().filter(number -> number.signum() == 0).isPresent()
                        ? Cell.UNKNOWN
                        : Cell.both(value, before, (now, then) -> now.subtract(then)
                                .multiply(HUNDRED)
                                .divide(then, MathContext.DECIMAL128));
            default -> Cell.NOT_APPLICABLE;
        };
    }
}
