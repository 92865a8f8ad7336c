package org.commensal.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;

/**
 * Stata's own format, version 118 (Stata 14 and later), with the lowest byte first and no time of its own.
 *
 * <p>Numbers, conditions and days are doubles, so that a cell that is empty can say why: {@code .a} not asked, {@code .b}
 * skipped, {@code .c} refused, {@code .d} not known, and {@code .} where nothing says why. Codes that are numbers carry the
 * labels of their options, and of these. A text that is wider than 2,045 bytes is a {@code strL}. A table is read for its
 * widths, for its rows and, where it has any, for its long texts, and held nowhere.
 */
final class StataFormat implements TableFormat {

    static final int LONGEST_NAME = 32;
    private static final int LONGEST_LABEL = 80;
    private static final int WIDEST = 2045;
    private static final int LONG_TEXT = 32768;
    private static final int DOUBLE = 65526;
    private static final LocalDate ZERO = LocalDate.of(1960, 1, 1);
    private static final long MISSING = 0x7FE0000000000000L;
    private static final long MISSING_STEP = 0x0000010000000000L;
    static final int MISSING_LABEL = 2147483621;
    /** What stands around a long text: its kind, place and length, and the zero byte at its end. */
    private static final int AROUND_LONG_TEXT = 21;

    static final Set<String> TAKEN = Set.of(
            "_all",
            "_b",
            "_coef",
            "_cons",
            "_n",
            "_pi",
            "_pred",
            "_rc",
            "_se",
            "_skip",
            "_uniform",
            "_weight",
            "byte",
            "double",
            "float",
            "if",
            "in",
            "int",
            "long",
            "strl",
            "using",
            "with");

    private interface Content {
        void write(LittleEndian out) throws IOException;
    }

    private interface ForEach {
        void write(LittleEndian out, Variable variable) throws IOException;
    }

    @Override
    public String extension() {
        return "dta";
    }

    @Override
    public String note() {
        return """
                The folder dta has the same tables for Stata 14 and later. An empty number says why: .a not asked,
                .b skipped, .c refused, .d not known. Conditions are 1 (true) and 0 (false).
                """;
    }

    @Override
    public long write(Table table, OutputStream out) throws IOException {
        Layout layout = Layout.of(table, LONGEST_NAME, TAKEN);
        List<Variable> variables = layout.variables();
        List<byte[]> sections = sections(layout);
        byte[] labels = labels(variables);
        long dataBytes =
                layout.rows() * variables.stream().mapToInt(StataFormat::bytes).sum();
        long longBytes = variables.stream()
                .filter(StataFormat::isLong)
                .mapToLong(variable -> variable.bytes() + AROUND_LONG_TEXT * variable.texts())
                .sum();
        LittleEndian file = new LittleEndian(out);
        file.text("<stata_dta>").bytes(sections.get(0)).bytes(map(sections, dataBytes, longBytes, labels.length));
        for (byte[] section : sections.subList(1, sections.size())) {
            file.bytes(section);
        }
        file.text("<data>");
        layout.each((number, cells) -> row(file, variables, number, cells));
        file.text("</data><strls>");
        if (longBytes > 0) {
            layout.each((number, cells) -> longTexts(file, variables, number, cells));
        }
        file.text("</strls>").bytes(labels).text("</stata_dta>");
        return layout.rows();
    }

    private static boolean isLong(Variable variable) {
        return variable.isText() && variable.width() > WIDEST;
    }

    private static int type(Variable variable) {
        return !variable.isText() ? DOUBLE : isLong(variable) ? LONG_TEXT : variable.width();
    }

    private static int bytes(Variable variable) {
        return variable.isText() && !isLong(variable) ? variable.width() : Double.BYTES;
    }

    private static String format(Variable variable) {
        return switch (variable.column().kind()) {
            case TEXT -> isLong(variable) ? "%9s" : "%" + variable.width() + "s";
            case NUMBER -> "%10.0g";
            case TRUTH -> "%8.0g";
            case DAY -> "%td";
        };
    }

    /** What the numbers mean; of why there is none only where they mean something. */
    static SortedMap<Integer, String> meanings(Variable variable) {
        SortedMap<Integer, String> meanings = variable.meanings();
        if (!meanings.isEmpty()) {
            for (int i = 0; i < variable.reasons().size(); i++) {
                meanings.put(
                        MISSING_LABEL + 1 + i, variable.reasons().get(i).label().en());
            }
        }
        return meanings;
    }

    /** Everything before the data but the map, which follows the first. */
    private static List<byte[]> sections(Layout layout) throws IOException {
        List<Variable> variables = layout.variables();
        String label = label(layout.table().label().en());
        return List.of(
                section("header", header -> header.text("<release>118</release><byteorder>LSF</byteorder><K>")
                        .whole(variables.size(), 2)
                        .text("</K><N>")
                        .whole(layout.rows(), 8)
                        .text("</N><label>")
                        .whole(LittleEndian.utf8(label).length, 2)
                        .text(label)
                        .text("</label><timestamp>")
                        .whole(0, 1)
                        .text("</timestamp>")),
                section("variable_types", variables, (out, variable) -> out.whole(type(variable), 2)),
                section("varnames", variables, (out, variable) -> out.text(variable.name(), 129)),
                section("sortlist", out -> out.text("", 2 * (variables.size() + 1))),
                section("formats", variables, (out, variable) -> out.text(format(variable), 57)),
                section(
                        "value_label_names",
                        variables,
                        (out, variable) -> out.text(meanings(variable).isEmpty() ? "" : variable.name(), 129)),
                section(
                        "variable_labels",
                        variables,
                        (out, variable) ->
                                out.text(label(variable.column().label().en()), 321)),
                section("characteristics", out -> {}));
    }

    static String label(String label) {
        boolean fits = label.codePointCount(0, label.length()) <= LONGEST_LABEL;
        return fits ? label : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL));
    }

    private static byte[] map(List<byte[]> sections, long dataBytes, long longBytes, int labelBytes)
            throws IOException {
        List<Long> places = new ArrayList<>(List.of(0L, (long) "<stata_dta>".length() + sections.get(0).length));
        long place = places.get(1) + "<map></map>".length() + 14 * 8;
        for (byte[] section : sections.subList(1, sections.size())) {
            places.add(place);
            place += section.length;
        }
        for (long length : List.of(
                "<data></data>".length() + dataBytes, "<strls></strls>".length() + longBytes, (long) labelBytes, (long)
                        "</stata_dta>".length())) {
            places.add(place);
            place += length;
        }
        places.add(place);
        return section("map", out -> {
            for (long each : places) {
                out.whole(each, 8);
            }
        });
    }

    private static byte[] labels(List<Variable> variables) throws IOException {
        return section("value_labels", out -> {
            for (Variable variable : variables) {
                SortedMap<Integer, String> meanings = meanings(variable);
                if (!meanings.isEmpty()) {
                    labels(out, variable.name(), meanings);
                }
            }
        });
    }

    private static void labels(LittleEndian out, String name, SortedMap<Integer, String> meanings) throws IOException {
        List<Integer> places = new ArrayList<>();
        int length = 0;
        for (String label : meanings.values()) {
            places.add(length);
            length += LittleEndian.utf8(label).length + 1;
        }
        out.text("<lbl>").whole(8 + 8L * places.size() + length, 4).text(name, 132);
        out.whole(places.size(), 4).whole(length, 4);
        for (int place : places) {
            out.whole(place, 4);
        }
        for (int value : meanings.keySet()) {
            out.whole(value, 4);
        }
        for (String label : meanings.values()) {
            out.text(label).whole(0, 1);
        }
        out.text("</lbl>");
    }

    private static void row(LittleEndian out, List<Variable> variables, long number, String[] cells)
            throws IOException {
        for (Variable variable : variables) {
            boolean there = !variable.cell(cells).isEmpty();
            if (isLong(variable)) {
                out.whole(there ? variable.place() + 1 : 0, 2).whole(there ? number : 0, 6);
            } else if (variable.isText()) {
                out.text(variable.cell(cells), variable.width());
            } else if (there) {
                out.real(variable.number(cells, ZERO));
            } else {
                out.whole(MISSING + (variable.why(cells) + 1) * MISSING_STEP, 8);
            }
        }
    }

    private static void longTexts(LittleEndian out, List<Variable> variables, long number, String[] cells)
            throws IOException {
        for (Variable variable : variables) {
            String text = variable.cell(cells);
            if (isLong(variable) && !text.isEmpty()) {
                out.text("GSO").whole(variable.place() + 1, 4).whole(number, 8).whole(130, 1);
                out.whole(LittleEndian.utf8(text).length + 1L, 4).text(text).whole(0, 1);
            }
        }
    }

    private static byte[] section(String name, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LittleEndian out = new LittleEndian(bytes);
        out.text("<" + name + ">");
        content.write(out);
        out.text("</" + name + ">");
        return bytes.toByteArray();
    }

    private static byte[] section(String name, List<Variable> variables, ForEach each) throws IOException {
        return section(name, out -> {
            for (Variable variable : variables) {
                each.write(out, variable);
            }
        });
    }
}
