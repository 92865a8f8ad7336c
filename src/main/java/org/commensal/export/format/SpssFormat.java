package org.commensal.export.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Kind;

/**
 * The system file of SPSS, not compressed, in UTF-8, with the lowest byte first and a time that never changes; as the
 * developer's guide of PSPP describes it.
 *
 * <p>A number that is empty for a reason has a value that the file declares as missing, from -999999999 not asked to
 * -999999996 not known, with its label; one without a reason is system-missing. Codes carry the labels of their options,
 * texts too. A text that is wider than 255 bytes is written in pieces, which SPSS shows as one.
 */
final class SpssFormat implements TableFormat {

    static final int LONGEST_NAME = 64;
    static final int LONGEST_LABEL = 255;
    static final int LONGEST_MEANING = 120;
    private static final int WIDEST = 255;
    /** So many bytes of a long text a piece counts for, though it holds 255. */
    private static final int PIECE = 252;

    private static final int SEGMENT = 8;
    private static final LocalDate ZERO = LocalDate.of(1582, 10, 14);
    private static final int SECONDS_A_DAY = 86_400;
    static final int FIRST_MISSING = -999_999_999;
    private static final double SYSTEM_MISSING = -Double.MAX_VALUE;
    private static final int TEXT_FORMAT = 1 << 16;
    private static final int NUMBER_FORMAT = 5 << 16 | 12 << 8 | 4;
    private static final int WHOLE_FORMAT = 5 << 16 | 10 << 8;
    private static final int DAY_FORMAT = 39 << 16 | 10 << 8;

    static final Set<String> TAKEN =
            Set.of("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with");

    @Override
    public String extension() {
        return "sav";
    }

    @Override
    public String note() {
        return """
                The folder sav has the same tables for SPSS. An empty number says why by a value that is declared missing:
                -999999999 not asked, -999999998 skipped, -999999997 refused, -999999996 not known.
                """;
    }

    @Override
    public long write(Table table, OutputStream out) throws IOException {
        Layout layout = Layout.of(table, LONGEST_NAME, TAKEN);
        LittleEndian file = new LittleEndian(out);
        header(file, layout);
        for (Variable variable : layout.variables()) {
            variable(file, variable);
        }
        int place = 1;
        for (Variable variable : layout.variables()) {
            meanings(file, variable, place);
            place += segments(variable);
        }
        extensions(file, layout.variables());
        file.whole(999, 4).whole(0, 4);
        layout.each((number, cells) -> row(file, layout.variables(), cells));
        return layout.rows();
    }

    private static void header(LittleEndian out, Layout layout) throws IOException {
        out.text("$FL2").spaced("@(#) SPSS DATA FILE", 60).whole(2, 4);
        out.whole(layout.variables().stream().mapToInt(SpssFormat::segments).sum(), 4);
        out.whole(0, 4).whole(0, 4).whole(layout.rows(), 4).real(100);
        out.text("01 Jan 7000:00:00").spaced(layout.table().label().en(), 64).text("", 3);
    }

    /** How many pieces a text is written in. */
    private static int pieces(Variable variable) {
        return variable.isText() && variable.width() > WIDEST ? (variable.width() + PIECE - 1) / PIECE : 1;
    }

    private static int width(Variable variable, int piece) {
        int pieces = pieces(variable);
        if (pieces == 1) {
            return variable.width();
        }
        return piece < pieces - 1 ? WIDEST : variable.width() - piece * PIECE;
    }

    private static int segments(int width) {
        return (width + SEGMENT - 1) / SEGMENT;
    }

    /** How many times eight bytes it takes in a row. */
    private static int segments(Variable variable) {
        int segments = 0;
        for (int piece = 0; piece < pieces(variable); piece++) {
            segments += variable.isText() ? segments(width(variable, piece)) : 1;
        }
        return segments;
    }

    private static String shortName(Variable variable, int piece) {
        return piece == 0 ? "V" + (variable.place() + 1) : "P" + (variable.place() + 1) + "_" + piece;
    }

    private static void variable(LittleEndian out, Variable variable) throws IOException {
        boolean explained = !variable.isText() && variable.reason() >= 0;
        for (int piece = 0; piece < pieces(variable); piece++) {
            int width = variable.isText() ? width(variable, piece) : 0;
            int format = format(variable, width);
            out.whole(2, 4).whole(width, 4).whole(piece == 0 ? 1 : 0, 4).whole(explained ? -2 : 0, 4);
            out.whole(format, 4).whole(format, 4).spaced(shortName(variable, piece), 8);
            if (piece == 0) {
                padded(out, LittleEndian.fit(variable.column().label().en(), LONGEST_LABEL));
            }
            if (explained) {
                out.real(FIRST_MISSING).real(FIRST_MISSING + variable.reasons().size() - 1.0);
            }
            for (int rest = 1; rest < segments(width); rest++) {
                out.whole(2, 4).whole(-1, 4).text("", 16).spaced("", 8);
            }
        }
    }

    private static int format(Variable variable, int width) {
        return switch (variable.column().kind()) {
            case TEXT -> TEXT_FORMAT | width << 8;
            case TRUTH -> WHOLE_FORMAT;
            case NUMBER -> variable.meanings().isEmpty() ? NUMBER_FORMAT : WHOLE_FORMAT;
            case DAY -> DAY_FORMAT;
        };
    }

    /** A text with its length before it, and zero bytes behind it up to a multiple of four. */
    private static void padded(LittleEndian out, String text) throws IOException {
        int length = LittleEndian.utf8(text).length;
        out.whole(length, 4).text(text, (length + 3) / 4 * 4);
    }

    /** The meanings of numbers and of texts of at most eight bytes; those of wider texts are an extension. */
    private static void meanings(LittleEndian out, Variable variable, int place) throws IOException {
        Map<byte[], String> meanings = new LinkedHashMap<>();
        if (!variable.isText()) {
            for (Map.Entry<Integer, String> meaning : variable.meanings().entrySet()) {
                meanings.put(value(meaning.getKey()), meaning.getValue());
            }
            for (int i = 0; i < variable.reasons().size(); i++) {
                meanings.put(
                        value(FIRST_MISSING + i),
                        variable.reasons().get(i).label().en());
            }
        } else if (variable.width() <= SEGMENT) {
            variable.column()
                    .codes()
                    .forEach(code -> meanings.put(
                            LittleEndian.spaces(code.value(), SEGMENT),
                            code.label().en()));
        }
        if (meanings.isEmpty()) {
            return;
        }
        out.whole(3, 4).whole(meanings.size(), 4);
        for (Map.Entry<byte[], String> meaning : meanings.entrySet()) {
            String label = LittleEndian.fit(meaning.getValue(), LONGEST_MEANING);
            int length = LittleEndian.utf8(label).length;
            out.bytes(meaning.getKey()).whole(length, 1).spaced(label, (length + SEGMENT) / SEGMENT * SEGMENT - 1);
        }
        out.whole(4, 4).whole(1, 4).whole(place, 4);
    }

    private static byte[] value(double number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LittleEndian(bytes).real(number);
        return bytes.toByteArray();
    }

    private static void extensions(LittleEndian out, List<Variable> variables) throws IOException {
        out.whole(7, 4).whole(3, 4).whole(4, 4).whole(8, 4);
        for (int each : List.of(1, 0, 0, -1, 1, 1, 2, 65001)) {
            out.whole(each, 4);
        }
        out.whole(7, 4).whole(4, 4).whole(8, 4).whole(3, 4);
        out.real(SYSTEM_MISSING).real(Double.MAX_VALUE).real(Math.nextUp(SYSTEM_MISSING));
        extension(
                out,
                13,
                variables.stream()
                        .map(variable -> shortName(variable, 0) + "=" + variable.name())
                        .collect(Collectors.joining("\t")));
        String wide = variables.stream()
                .filter(variable -> pieces(variable) > 1)
                .map(variable -> shortName(variable, 0) + "=" + String.format("%05d", variable.width()) + "\0\t")
                .collect(Collectors.joining());
        if (!wide.isEmpty()) {
            extension(out, 14, wide);
        }
        extension(out, 20, "UTF-8");
        ByteArrayOutputStream meanings = new ByteArrayOutputStream();
        for (Variable variable : variables) {
            wideMeanings(new LittleEndian(meanings), variable);
        }
        if (meanings.size() > 0) {
            out.whole(7, 4).whole(21, 4).whole(1, 4).whole(meanings.size(), 4).bytes(meanings.toByteArray());
        }
    }

    private static void extension(LittleEndian out, int kind, String content) throws IOException {
        out.whole(7, 4)
                .whole(kind, 4)
                .whole(1, 4)
                .whole(LittleEndian.utf8(content).length, 4)
                .text(content);
    }

    private static void wideMeanings(LittleEndian out, Variable variable) throws IOException {
        if (!variable.isText() || variable.width() <= SEGMENT || pieces(variable) > 1) {
            return;
        }
        List<Table.Code> codes = variable.column().codes();
        if (codes.isEmpty()) {
            return;
        }
        sized(out, variable.name());
        out.whole(variable.width(), 4).whole(codes.size(), 4);
        for (Table.Code code : codes) {
            out.whole(variable.width(), 4).bytes(LittleEndian.spaces(code.value(), variable.width()));
            sized(out, LittleEndian.fit(code.label().en(), LONGEST_MEANING));
        }
    }

    private static void sized(LittleEndian out, String text) throws IOException {
        out.whole(LittleEndian.utf8(text).length, 4).text(text);
    }

    private static void row(LittleEndian out, List<Variable> variables, String[] cells) throws IOException {
        for (Variable variable : variables) {
            String cell = variable.cell(cells);
            if (variable.isText()) {
                text(out, variable, LittleEndian.spaces(cell, variable.width()));
            } else if (!cell.isEmpty()) {
                double number = variable.number(cells, ZERO);
                out.real(variable.column().kind() == Kind.DAY ? number * SECONDS_A_DAY : number);
            } else {
                int why = variable.why(cells);
                out.real(why < 0 ? SYSTEM_MISSING : FIRST_MISSING + why);
            }
        }
    }

    private static void text(LittleEndian out, Variable variable, byte[] text) throws IOException {
        for (int piece = 0; piece < pieces(variable); piece++) {
            int from = Math.min(piece * WIDEST, text.length);
            int to = Math.min(from + WIDEST, text.length);
            out.bytes(LittleEndian.spaces(text, from, to, segments(width(variable, piece)) * SEGMENT));
        }
    }
}
