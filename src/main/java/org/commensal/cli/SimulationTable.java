package org.commensal.cli;

import java.util.ArrayList;
import java.util.List;
import org.commensal.allocation.simulation.Report;

/** A simulation as lines of text: a row a figure, a column a method. */
final class SimulationTable {

    private static final int NAME = 32;
    private static final int COLUMN = 22;

    private SimulationTable() {}

    static String of(Report report) {
        List<String> lines = new ArrayList<>();
        StringBuilder heading = new StringBuilder(" ".repeat(NAME));
        report.methods().forEach(method -> heading.append(padded(method.name(), COLUMN)));
        lines.add(heading.toString().stripTrailing());
        for (String name : Report.names(report.methods())) {
            StringBuilder line = new StringBuilder(padded(name, NAME));
            for (Report.Method method : report.methods()) {
                String shown = method.figures().stream()
                        .filter(figure -> figure.name().equals(name))
                        .map(Report::shown)
                        .findFirst()
                        .orElse("-");
                line.append(padded(shown, COLUMN));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
