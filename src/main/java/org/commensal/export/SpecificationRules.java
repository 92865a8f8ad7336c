package org.commensal.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.commensal.export.format.Formats;
import org.commensal.export.release.Specification;
import org.commensal.export.release.Table;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** What a specification may ask for. */
final class SpecificationRules {

    private static final Text UNKNOWN =
            new Text("\"%s\" is not there. Choose from: %s.", "\"%s\" is er niet. Kies uit: %s.");
    private static final Text TO_COME = new Text(
            "The data cut-off is a day that is over: %s at the latest.",
            "De laatste dag van de data moet voorbij zijn: uiterlijk %s.");
    private static final Text WRONG =
            new Text("The release cannot be made as it is asked for.", "De dataset kan zo niet worden gemaakt.");

    private SpecificationRules() {}

    /**
     * The specification with its formats in order.
     *
     * @param today where the study is
     * @param offered all that there is
     * @throws Refusal {@code INVALID} with each thing that is not there
     */
    static Specification possible(Specification asked, LocalDate today, List<Table> offered) {
        List<String> names = offered.stream().map(Table::name).toList();
        List<Violation> violations = new ArrayList<>();
        violations.addAll(unknown("/formats", asked.formats(), Formats.names()));
        violations.addAll(unknown("/tables", asked.tables(), names));
        asked.leftOut()
                .forEach(column -> violations.addAll(unknown("/leftOut", List.of(column), beside(column, offered))));
        asked.cutOff()
                .filter(day -> !day.isBefore(today))
                .ifPresent(day -> violations.add(new Violation("/cutOff", TO_COME.with(today.minusDays(1)))));
        if (!violations.isEmpty()) {
            throw new Refusal(Reason.INVALID, WRONG, violations);
        }
        return asked.withFormats(inOrder(asked.formats()));
    }

    /** In the order of the table of formats, whatever the order in which they were asked for; what is none stays. */
    private static List<String> inOrder(List<String> formats) {
        List<String> ordered = new ArrayList<>(Formats.names());
        ordered.removeIf(format -> !format.equals(Formats.CSV) && !formats.contains(format));
        formats.stream().filter(format -> !ordered.contains(format)).forEach(ordered::add);
        return ordered;
    }

    /** The columns of the table of this one; the tables where there is none. */
    private static List<String> beside(String column, List<Table> offered) {
        String name = column.replaceFirst("\\..*", "");
        return offered.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .map(table -> table.columns().stream()
                        .map(one -> name + "." + one.name())
                        .toList())
                .orElseGet(() -> offered.stream().map(Table::name).toList());
    }

    private static List<Violation> unknown(String pointer, Collection<String> asked, Collection<String> known) {
        return asked.stream()
                .filter(one -> !known.contains(one))
                .map(one -> new Violation(pointer, UNKNOWN.with(one, String.join(", ", known))))
                .toList();
    }
}
