package org.commensal.export.format;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commensal.export.format.Layout.Variable;
import org.commensal.export.release.Table;

/**
 * The transport file of SAS, version 5, with a time that never changes; as SAS's TS-140 describes it.
 *
 * <p>A name has at most eight letters and a label forty bytes; the codebook has them whole. A text is cut at 200 bytes.
 * A number that is empty says why: {@code .A} not asked, {@code .B} skipped, {@code .C} refused, {@code .D} not known, and
 * {@code .} where nothing says why.
 */
final class SasFormat implements TableFormat {

    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_LABEL = 40;
    private static final int WIDEST = 200;
    private static final int LINE = 80;
    private static final int NAMESTR = 140;
    private static final LocalDate ZERO = LocalDate.of(1960, 1, 1);
    private static final String TIME = "01JAN60:00:00:00";
    private static final String NOTHING = "0".repeat(30);

    @Override
    public String extension() {
        return "xpt";
    }

    @Override
    public String note() {
        return """
                The folder xpt has the same tables for SAS, with names of at most eight letters in the order of the
                columns, and texts cut at 200 bytes. An empty number says why: .A not asked, .B skipped, .C refused,
                .D not known.
                """;
    }

    @Override
    public long write(Table table, OutputStream out) throws IOException {
        Layout layout = Layout.of(table, LONGEST_NAME, Set.of());
        DataOutputStream file = new DataOutputStream(out);
        head(file, layout);
        int place = 0;
        for (Variable variable : layout.variables()) {
            namestr(file, variable, place);
            place += width(variable);
        }
        fill(file, (long) layout.variables().size() * NAMESTR);
        line(file, "OBS     ", NOTHING);
        layout.each((number, cells) -> row(file, layout.variables(), cells));
        fill(file, layout.rows() * place);
        file.flush();
        return layout.rows();
    }

    private static void head(DataOutputStream out, Layout layout) throws IOException {
        Table table = layout.table();
        String name = ShortNames.of(List.of(table.name()), LONGEST_NAME, Set.of())
                .get(0)
                .toUpperCase(Locale.ROOT);
        line(out, "LIBRARY ", NOTHING);
        spaced(out, "SAS     SAS     SASLIB  6.06    ", LINE - 16);
        spaced(out, TIME, 16);
        spaced(out, TIME, LINE);
        line(out, "MEMBER  ", "000000000000000001600000000140");
        line(out, "DSCRPTR ", NOTHING);
        spaced(out, "SAS     ", 8);
        spaced(out, name, 8);
        spaced(out, "SASDATA 6.06", LINE - 32);
        spaced(out, TIME, 16);
        spaced(out, TIME, 32);
        spaced(out, LittleEndian.fit(table.label().en(), LONGEST_LABEL), 48);
        line(out, "NAMESTR ", String.format("%010d", layout.variables().size()) + "0".repeat(20));
    }

    private static void line(DataOutputStream out, String what, String numbers) throws IOException {
        spaced(out, "HEADER RECORD*******" + what + "HEADER RECORD!!!!!!!" + numbers, LINE);
    }

    private static void spaced(DataOutputStream out, String text, int width) throws IOException {
        out.write(LittleEndian.spaces(text, width));
    }

    private static void fill(DataOutputStream out, long written) throws IOException {
        spaced(out, "", (int) ((LINE - written % LINE) % LINE));
    }

    private static int width(Variable variable) {
        return variable.isText() ? Math.min(WIDEST, variable.width()) : Double.BYTES;
    }

    private static void namestr(DataOutputStream out, Variable variable, int place) throws IOException {
        boolean isDay = variable.column().kind() == Table.Kind.DAY;
        out.writeShort(variable.isText() ? 2 : 1);
        out.writeShort(0);
        out.writeShort(width(variable));
        out.writeShort(variable.place() + 1);
        spaced(out, variable.name().toUpperCase(Locale.ROOT), 8);
        spaced(out, LittleEndian.fit(variable.column().label().en(), LONGEST_LABEL), LONGEST_LABEL);
        spaced(out, isDay ? "DATE" : "", 8);
        out.writeShort(isDay ? 9 : 0);
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(0);
        spaced(out, "", 8);
        out.writeShort(0);
        out.writeShort(0);
        out.writeInt(place);
        out.write(new byte[52]);
    }

    private static void row(DataOutputStream out, List<Variable> variables, String[] cells) throws IOException {
        for (Variable variable : variables) {
            String cell = variable.cell(cells);
            if (variable.isText()) {
                spaced(out, LittleEndian.fit(cell, width(variable)), width(variable));
            } else if (!cell.isEmpty()) {
                out.writeLong(ibm(variable.number(cells, ZERO)));
            } else {
                int why = variable.why(cells);
                out.writeLong((long) (why < 0 ? '.' : 'A' + why) << 56);
            }
        }
    }

    /** A number as the mainframes of IBM have it: a sign, a power of sixteen and 56 bits; exact for every double of SAS's range. */
    static long ibm(double number) {
        int power = Math.getExponent(number);
        if (power < Double.MIN_EXPONENT) {
            return 0;
        }
        int sixteens = Math.floorDiv(power, 4) + 1;
        if (sixteens < -64) {
            return 0;
        }
        if (sixteens > 63) {
            throw new IllegalArgumentException(number + " is larger than any number of SAS");
        }
        long bits = Double.doubleToRawLongBits(number);
        long fraction = (bits & 0xFFFFFFFFFFFFFL | 0x10000000000000L) << Math.floorMod(power, 4);
        return bits & Long.MIN_VALUE | (long) (sixteens + 64) << 56 | fraction;
    }
}
