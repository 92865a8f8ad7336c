package org.commensal.export.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.export.release.PrimaryAnalysis;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Text;
import org.jspecify.annotations.Nullable;

/** A table with everything that a format may stumble over. */
final class SampleTable {

    private static final List<Code> OFTEN = List.of(
            new Code("0", new Text("Not at all", "Helemaal niet")), new Code("3", new Text("Every day", "Elke dag")));
    private static final List<Code> WORDS = List.of(
            new Code("nurse", new Text("A nurse", "Een verpleegkundige")),
            new Code("zoë", new Text("Zoë's café", "Café van Zoë")));

    static final String LONG = "é".repeat(1500);

    static final Table TABLE = new Table(
            "sample",
            new Text("Sample – all kinds", "Voorbeeld"),
            List.of(
                    Column.text("subject", new Text("Subject", "Deelnemer")),
                    Column.of("often", "choice", Kind.NUMBER, new Text("How often?", "Hoe vaak?"))
                            .with(OFTEN)
                            .explainedBy("often_missing"),
                    Column.choice("often_missing", new Text("Why not", "Waarom niet"), Table.REASONS),
                    Column.of("weight", "number", Kind.NUMBER, new Text("Weight in kg ".repeat(9), "Gewicht"))
                            .explainedBy("weight_missing"),
                    Column.choice("weight_missing", new Text("Why not", "Waarom niet"), Table.REASONS),
                    Column.of("late", "boolean", Kind.TRUTH, new Text("Late", "Laat")),
                    Column.of("day", "date", Kind.DAY, new Text("Day", "Dag")),
                    Column.choice("who", new Text("Who", "Wie"), WORDS),
                    Column.text("a_name_that_is_longer_than_any_program_takes_1", new Text("One", "Een")),
                    Column.text("a_name_that_is_longer_than_any_program_takes_2", new Text("Two", "Twee")),
                    Column.text("in", new Text("A word of Stata", "Een woord van Stata")),
                    Column.text("long", new Text("A long text", "Een lange tekst"))),
            rows -> {
                rows.accept(
                        new String[] {"a", "3", "", "71.25", "", "true", "2026-11-30", "nurse", "x", "y", "in", LONG});
                rows.accept(
                        new String[] {"b", "", "skipped", "", "refused", "false", "1959-12-31", "zoë", "", "", "", ""});
                rows.accept(new String[] {"c", "0", "", "-1e-7", "", "", "", "", "\"q\", it's", "=1", "", "z"});
                rows.accept(new String[] {"d", "", "not-applicable", "", "unknown", "true", "", "", "", "", "", ""});
                rows.accept(new String[] {"e", "", "", "", "", "true", "", "", "", "", "", ""});
            });

    /** Texts that end a file, a line, a quotation or a command where a format is careless. */
    static final List<String> NASTY = List.of(
            "two\nlines",
            "two\r\nlines",
            "a\ttab",
            "\"",
            "\"quoted\", and a comma",
            "it's",
            "'",
            "back\\slash\\",
            "=1+1",
            "-",
            "@x",
            "<a href=\"x\">&amp;</a> ]]>",
            "$HOME `x' &macro %let",
            " spaces around ",
            "𝒳 and 😀",
            "zoë",
            "NA",
            "null",
            "0",
            "");

    static final Table ONE_COLUMN = new Table(
            "one-column",
            new Text("One column", "Een kolom"),
            List.of(Column.text("only", new Text("Only: a, \"b\" & 'c'", "Enige"))),
            rows -> NASTY.forEach(text -> rows.accept(new String[] {text})));

    static final Table NO_ROWS = new Table("no-rows", new Text("No rows", "Geen rijen"), TABLE.columns(), rows -> {});

    static final Table LARGE = new Table("large", new Text("Large", "Groot"), TABLE.columns(), rows -> {
        for (int i = 0; i < 70_000; i++) {
            String why = Table.REASONS.get(i % 4).value();
            rows.accept(
                    i % 7 == 0
                            ? new String[] {"s" + i, "", why, "", why, "", "", "", "", "", "", ""}
                            : new String[] {
                                "s" + i,
                                i % 2 == 0 ? "0" : "3",
                                "",
                                Double.toString(i / 8.0),
                                "",
                                Boolean.toString(i % 3 == 0),
                                LocalDate.EPOCH.plusDays(i).toString(),
                                "nurse",
                                NASTY.get(i % NASTY.size()),
                                "y" + i,
                                "",
                                ""
                            });
        }
    });

    private SampleTable() {}

    /** What an analyst finds in each row: a text, a number, a condition or a day, and null where a cell is empty. */
    static List<List<Object>> values(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        table.rows().each(cells -> {
            List<Object> row = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                row.add(value(table.columns().get(i).kind(), cells[i]));
            }
            rows.add(row);
        });
        return rows;
    }

    static @Nullable Object value(Kind kind, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> cell;
            case NUMBER -> Double.valueOf(cell);
            case TRUTH -> Boolean.valueOf(cell);
            case DAY -> LocalDate.parse(cell);
        };
    }

    static Dataset dataset(Table... tables) {
        return dataset(new PrimaryAnalysis("", "", Optional.empty(), List.of(), List.of()), tables);
    }

    static Dataset dataset(PrimaryAnalysis analysis, Table... tables) {
        return new Dataset(
                "study-1",
                "2",
                new Text("A study of \"quotes\" & <brackets>", "Een studie"),
                "interim 1",
                Instant.parse("2026-11-23T08:00:00Z"),
                List.of(tables),
                analysis);
    }
}
