package org.commensal.export.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Kind;

/** A script for SPSS, and for PSPP. */
final class SpssScript {

    private static final int WIDEST = 32_767;
    /** Lines have at most 256 bytes, so that longer texts are put together of several. */
    private static final int LONGEST_PIECE = 60;

    private static final String HEAD = """
            *
            * Run by INSERT FILE='load.sps' in the folder of the CSV files, with UTF-8. It saves each table there as a file of SPSS.
            * An empty number says why by a value that is declared missing, from -999999999 not asked, -999999998 skipped and
            * -999999997 refused to -999999996 not known. Conditions are 1 (true) and 0 (false). A text that a spreadsheet would
            * run has an apostrophe before it.

            SET DECIMAL=DOT.
            """;

    private SpssScript() {}

    static String of(Dataset dataset) throws IOException {
        StringBuilder script = new StringBuilder(ScriptsFormat.head("* ", dataset)).append(HEAD);
        for (Table table : dataset.tables()) {
            List<String> lines = new ArrayList<>();
            table(lines, Layout.of(table, SpssFormat.LONGEST_NAME, SpssFormat.TAKEN));
            lines.forEach(line -> script.append(line).append('\n'));
        }
        return script.toString();
    }

    private static void table(List<String> lines, Layout layout) {
        String name = layout.table().name();
        lines.addAll(List.of(
                "",
                "GET DATA /TYPE=TXT /FILE=" + quoted(name + ".csv") + " /ENCODING='UTF8' /DELCASE=LINE /DELIMITERS=','",
                "  /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2 /VARIABLES="));
        layout.variables().forEach(variable -> lines.add("    " + read(variable)));
        lines.add("  .");
        for (Variable variable : layout.variables()) {
            shown(lines, variable);
            reasons(lines, layout, variable);
            lines.add("VARIABLE LABELS " + variable.name() + " "
                    + quoted(LittleEndian.fit(variable.column().label().en(), SpssFormat.LONGEST_LABEL)) + ".");
            meanings(lines, variable);
        }
        lines.add("SAVE OUTFILE=" + quoted(name + ".sav") + " /KEEP=");
        layout.variables().forEach(variable -> lines.add("    " + variable.name()));
        lines.add("  .");
    }

    /** A condition is read as a text. */
    private static String read(Variable variable) {
        return switch (variable.column().kind()) {
            case TEXT -> variable.name() + " A" + Math.min(WIDEST, variable.width() + 1);
            case NUMBER -> variable.name() + " F40.0";
            case TRUTH -> raw(variable) + " A5";
            case DAY -> variable.name() + " SDATE10";
        };
    }

    private static String raw(Variable variable) {
        return "@" + (variable.place() + 1);
    }

    private static void shown(List<String> lines, Variable variable) {
        if (variable.column().kind() == Kind.TRUTH) {
            lines.add("RECODE " + raw(variable) + " ('true'=1) ('false'=0) INTO " + variable.name() + ".");
        }
        if (variable.column().kind() == Kind.NUMBER || variable.column().kind() == Kind.TRUTH) {
            String format = variable.meanings().isEmpty() ? "F12.4" : "F10.0";
            lines.add("FORMATS " + variable.name() + " (" + format + ").");
        }
    }

    private static void reasons(List<String> lines, Layout layout, Variable variable) {
        if (variable.isText() || variable.reason() < 0) {
            return;
        }
        String name = variable.name();
        String reason = layout.variables().get(variable.reason()).name();
        for (int i = 0; i < Table.REASONS.size(); i++) {
            lines.add("IF (SYSMIS(" + name + ") AND " + reason + "="
                    + quoted(Table.REASONS.get(i).value()) + ") " + name + "=" + (SpssFormat.FIRST_MISSING + i) + ".");
        }
        int last = SpssFormat.FIRST_MISSING + Table.REASONS.size() - 1;
        lines.add("MISSING VALUES " + name + " (" + SpssFormat.FIRST_MISSING + " THRU " + last + ").");
    }

    private static void meanings(List<String> lines, Variable variable) {
        Map<String, String> meanings = new LinkedHashMap<>();
        if (variable.isText()) {
            for (Code code : variable.column().isCoded() ? variable.column().codes() : List.<Code>of()) {
                meanings.put(
                        quoted(CsvFormat.neutral(code.value())), code.label().en());
            }
        } else {
            variable.meanings().forEach((value, label) -> meanings.put(Integer.toString(value), label));
            for (int i = 0; i < (variable.reason() < 0 ? 0 : Table.REASONS.size()); i++) {
                meanings.put(
                        Integer.toString(SpssFormat.FIRST_MISSING + i),
                        Table.REASONS.get(i).label().en());
            }
        }
        if (meanings.isEmpty()) {
            return;
        }
        lines.add("VALUE LABELS " + variable.name());
        meanings.forEach((value, label) ->
                lines.add("    " + value + " " + quoted(LittleEndian.fit(label, SpssFormat.LONGEST_MEANING))));
        lines.add("  .");
    }

    private static String quoted(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = ScriptsFormat.oneLine(text);
        while (rest.codePointCount(0, rest.length()) > LONGEST_PIECE) {
            int end = rest.offsetByCodePoints(0, LONGEST_PIECE);
            pieces.add(inQuotes(rest.substring(0, end)));
            rest = rest.substring(end);
        }
        pieces.add(inQuotes(rest));
        return String.join(" +\n      ", pieces);
    }

    private static String inQuotes(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
