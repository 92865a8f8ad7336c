package org.commensal.export.format;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;

/** A script for Stata 14 and later. */
final class StataScript {

    private static final String HEAD = """
            *
            * Run by "do load.do" in the folder of the CSV files. It saves each table there as a file of Stata.
            * An empty number says why: .a not asked, .b skipped, .c refused, .d not known. Conditions are 1 (true) and 0 (false).
            * Names have at most 32 letters. A text that a spreadsheet would run has an apostrophe before it.

            version 14
            """;

    private StataScript() {}

    static String of(Dataset dataset) throws IOException {
        StringBuilder script = new StringBuilder(ScriptsFormat.head("* ", dataset)).append(HEAD);
        for (Table table : dataset.tables()) {
            table(script, Layout.of(table, StataFormat.LONGEST_NAME, taken(table)));
        }
        return script.toString();
    }

    /** Words of Stata, and the names that it gives to columns while it reads them. */
    private static Set<String> taken(Table table) {
        Set<String> taken = new HashSet<>(StataFormat.TAKEN);
        for (int place = 0; place < table.columns().size(); place++) {
            taken.add(raw(place));
        }
        return taken;
    }

    private static String raw(int place) {
        return "v" + (place + 1);
    }

    private static void table(StringBuilder script, Layout layout) {
        Table table = layout.table();
        line(script, "");
        if (layout.rows() == 0) {
            line(script, "* " + table.name() + ".csv has no rows.");
            return;
        }
        List<Variable> variables = layout.variables();
        line(script, "clear");
        line(
                script,
                "import delimited using \"" + table.name() + ".csv\", delimiters(\",\") varnames(nonames) rowrange(2:)"
                        + " stringcols(_all) bindquote(strict) encoding(\"utf-8\")");
        variables.forEach(variable -> variable(script, variable));
        line(script, "drop " + raw(0) + "-" + raw(variables.size() - 1));
        line(script, "label data " + quoted(StataFormat.label(table.label().en())));
        line(script, "save \"" + table.name() + ".dta\", replace");
    }

    private static void variable(StringBuilder script, Variable variable) {
        String name = variable.name();
        String raw = raw(variable.place());
        line(
                script,
                switch (variable.column().kind()) {
                    case TEXT -> "generate " + name + " = " + raw;
                    case NUMBER -> "generate double " + name + " = real(" + raw + ")";
                    case TRUTH -> "generate double " + name + " = " + raw + " == \"true\" if " + raw + " != \"\"";
                    case DAY -> "generate double " + name + " = daily(" + raw + ", \"YMD\")";
                });
        if (variable.column().kind() == Table.Kind.DAY) {
            line(script, "format " + name + " %td");
        }
        if (!variable.isText() && variable.reason() >= 0) {
            for (int i = 0; i < Table.REASONS.size(); i++) {
                line(
                        script,
                        "replace " + name + " = ." + (char) ('a' + i) + " if " + raw + " == \"\" & "
                                + raw(variable.reason()) + " == \""
                                + Table.REASONS.get(i).value() + "\"");
            }
        }
        line(
                script,
                "label variable " + name + " "
                        + quoted(StataFormat.label(variable.column().label().en())));
        meanings(script, variable);
    }

    private static void meanings(StringBuilder script, Variable variable) {
        Map<Integer, String> meanings = StataFormat.meanings(variable);
        if (meanings.isEmpty()) {
            return;
        }
        StringBuilder labels = new StringBuilder("label define " + variable.name());
        meanings.forEach((value, label) -> labels.append(' ')
                .append(
                        value > StataFormat.MISSING_LABEL
                                ? "." + (char) ('a' - 1 + value - StataFormat.MISSING_LABEL)
                                : value)
                .append(' ')
                .append(quoted(label)));
        line(script, labels.toString());
        line(script, "label values " + variable.name() + " " + variable.name());
    }

    /** In quotes that may hold quotes, with nothing that Stata would put something else for. */
    private static String quoted(String text) {
        String plain = ScriptsFormat.oneLine(text).replace("`", "\\`").replace("$", "\\$");
        return "`\"" + plain + "\"'";
    }

    private static void line(StringBuilder script, String line) {
        script.append(line).append('\n');
    }
}
