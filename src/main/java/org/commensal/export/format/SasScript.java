package org.commensal.export.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;

/** A script for SAS 9.4. */
final class SasScript {

    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_LABEL = 256;
    private static final int WIDEST = 32_767;

    private static final Set<String> TAKEN =
            Set.of("and", "eq", "ge", "gt", "in", "le", "lt", "max", "min", "ne", "not", "or");

    private static final String HEAD = """

               Run it in a session with UTF-8, after setting the folder of the CSV files below. It makes a data set a table in the
               library WORK. An empty number says why: .A not asked, .B skipped, .C refused, .D not known. Conditions are 1 (true)
               and 0 (false). A text that a spreadsheet would run has an apostrophe before it. */

            %let folder = .;
            options validvarname = v7;

            proc format;
              invalue truth 'true' = 1 'false' = 0 other = .;
            run;
            """;

    private SasScript() {}

    static String of(Dataset dataset) throws IOException {
        List<String> names =
                ShortNames.of(dataset.tables().stream().map(Table::name).toList(), LONGEST_NAME, Set.of());
        StringBuilder script = new StringBuilder("/* ")
                .append(ScriptsFormat.head("", dataset).replace("\nR", "\n   R"))
                .append(HEAD);
        for (int i = 0; i < names.size(); i++) {
            Layout layout = Layout.of(dataset.tables().get(i), LONGEST_NAME, TAKEN);
            new OneTable(names.get(i), "t" + (i + 1), layout).write(script);
        }
        return script.toString();
    }

    /** @param formats with what the names of its formats begin, which SAS wants not to end in a digit */
    private record OneTable(String name, String formats, Layout layout) {

        void write(StringBuilder script) {
            List<String> lines = new ArrayList<>(List.of("", "proc format;"));
            layout.variables().forEach(variable -> format(lines, variable));
            lines.add("run;");
            Table table = layout.table();
            lines.add("data " + name + " (label = " + quoted(table.label().en()) + ");");
            lines.add("  infile \"&folder/" + table.name()
                    + ".csv\" dsd dlm = ',' firstobs = 2 lrecl = 1048576 encoding = 'utf-8' termstr = lf truncover;");
            layout.variables().forEach(variable -> {
                lines.add("  length " + variable.name() + " " + length(variable) + ";");
                lines.addAll(shown(variable));
            });
            lines.add("  input");
            layout.variables().forEach(variable -> lines.add("    " + variable.name()));
            lines.add("  ;");
            layout.variables().forEach(variable -> reasons(lines, variable));
            layout.variables()
                    .forEach(variable -> lines.add("  label " + variable.name() + " = "
                            + quoted(variable.column().label().en()) + ";"));
            lines.add("run;");
            lines.forEach(line -> script.append(line).append('\n'));
        }

        private static String length(Variable variable) {
            return variable.isText() ? "$ " + Math.min(WIDEST, variable.width() + 1) : "8";
        }

        private List<String> shown(Variable variable) {
            List<String> lines = new ArrayList<>();
            switch (variable.column().kind()) {
                case TRUTH -> lines.add("  informat " + variable.name() + " truth.;");
                case DAY -> {
                    lines.add("  informat " + variable.name() + " yymmdd10.;");
                    lines.add("  format " + variable.name() + " yymmdd10.;");
                }
                default -> {}
            }
            if (!meanings(variable).isEmpty()) {
                lines.add("  format " + variable.name() + " " + formatName(variable) + ".;");
            }
            return lines;
        }

        private String formatName(Variable variable) {
            return (variable.isText() ? "$" : "") + formats + "c" + (variable.place() + 1) + "x";
        }

        private void format(List<String> lines, Variable variable) {
            Map<String, String> meanings = meanings(variable);
            if (!meanings.isEmpty()) {
                lines.add("  value " + formatName(variable));
                meanings.forEach((value, label) -> lines.add("    " + value + " = " + quoted(label)));
                lines.add("  ;");
            }
        }

        /** What values mean, as they are written in SAS; of why there is none only where they mean something. */
        private static Map<String, String> meanings(Variable variable) {
            Map<String, String> meanings = new LinkedHashMap<>();
            if (variable.isText() && variable.column().isCoded()) {
                for (Code code : variable.column().codes()) {
                    meanings.put(
                            quoted(CsvFormat.neutral(code.value())),
                            code.label().en());
                }
            }
            variable.meanings().forEach((value, label) -> meanings.put(Integer.toString(value), label));
            if (!meanings.isEmpty() && !variable.isText() && variable.reason() >= 0) {
                for (int i = 0; i < Table.REASONS.size(); i++) {
                    meanings.put(missing(i), Table.REASONS.get(i).label().en());
                }
            }
            return meanings;
        }

        private void reasons(List<String> lines, Variable variable) {
            if (variable.isText() || variable.reason() < 0) {
                return;
            }
            String reason = layout.variables().get(variable.reason()).name();
            for (int i = 0; i < Table.REASONS.size(); i++) {
                lines.add("  if " + variable.name() + " = . and " + reason + " = "
                        + quoted(Table.REASONS.get(i).value()) + " then " + variable.name() + " = " + missing(i) + ";");
            }
        }

        private static String missing(int reason) {
            return "." + (char) ('A' + reason);
        }

        /** In quotes within which nothing is run. */
        private static String quoted(String text) {
            return "'"
                    + LittleEndian.fit(ScriptsFormat.oneLine(text), LONGEST_LABEL)
                            .replace("'", "''") + "'";
        }
    }
}
