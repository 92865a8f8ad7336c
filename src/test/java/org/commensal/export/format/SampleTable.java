package org.commensal.export.format;

import java.time.Instant;
import java.util.List;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Text;

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

    private SampleTable() {}

    static Dataset dataset(Table... tables) {
        return new Dataset(
                "study-1",
                "2",
                new Text("A study of \"quotes\" & <brackets>", "Een studie"),
                "interim 1",
                Instant.parse("2026-11-23T08:00:00Z"),
                List.of(tables));
    }
}
