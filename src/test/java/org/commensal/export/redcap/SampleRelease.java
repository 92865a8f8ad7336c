package org.commensal.export.redcap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.export.format.Dataset;
import org.commensal.export.release.PrimaryAnalysis;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Text;

/** A small release: participants, a form of a visit, a diary, and a form of an event. */
final class SampleRelease {

    private static final Column SUBJECT = Column.text("subject", Text.same("Subject"));
    private static final Column EVENT = Column.text("event", Text.same("Visit"));
    private static final Column STUDY_DAY = Column.integer("study_day", Text.same("Study day"));

    private static final List<Code> OFTEN = List.of(code("0", "Never"), code("3", "Every | day"));
    private static final List<Code> PAINS =
            List.of(code("head", "Head"), code("Left-Arm", "Left arm"), code("-1", "Other"));

    static final Table PARTICIPANTS = table(
            "participants",
            List.of(SUBJECT, Column.text("site", Text.same("Site")), Column.integer("consent_day", Text.same("Day"))),
            row("A1", "site-1", "-14"),
            row("B2", "site-2", "-7"));

    static final Table FORM = table(
            "PHQ-9",
            List.of(
                    SUBJECT,
                    EVENT,
                    STUDY_DAY,
                    Column.of("often", "choice", Kind.NUMBER, Text.same("How often,\nreally?"))
                            .with(OFTEN)
                            .explainedBy("often_missing"),
                    Column.choice("often_missing", Text.same("Why not"), Table.REASONS),
                    Column.of("weight", "number", Kind.NUMBER, Text.same("Weight"))
                            .explainedBy("weight_missing"),
                    Column.choice("weight_missing", Text.same("Why not"), Table.REASONS),
                    Column.of("pains", "choices", Kind.TEXT, Text.same("Pains")).with(PAINS),
                    Column.of("late", "boolean", Kind.TRUTH, Text.same("Late"))),
            row("A1", "V1", "0", "3", "", "71.5", "", "head;-1", "true"),
            row("B2", "V1", "1", "", "refused", "", "not-applicable", "", "false"));

    static final Table DIARY = table(
            "diary",
            List.of(SUBJECT, EVENT, STUDY_DAY, Column.of("day", "date", Kind.DAY, Text.same("Day"))),
            row("A1", "run-in", "-2", "2026-11-01"),
            row("A1", "run-in", "-1", "2026-11-02"),
            row("B2", "run-in", "-1", "2026-11-02"));

    static final Table EVENTS = table(
            "adverse-event",
            List.of(
                    SUBJECT,
                    EVENT,
                    STUDY_DAY,
                    Column.integer("instance", Text.same("Which")),
                    Column.text("term", Text.same("Term"))),
            row("B2", "AE", "5", "2", "=1+1, \"quoted\""));

    static final List<Occasion> OCCASIONS = List.of(
            new Occasion("V1", Text.same("First visit"), false, List.of("PHQ-9")),
            new Occasion("run-in", Text.same("Run-in"), true, List.of("diary")),
            new Occasion("AE", Text.same("Adverse event"), true, List.of("adverse-event")));

    private SampleRelease() {}

    static Dataset dataset(Table... tables) {
        return new Dataset(
                "study-1",
                "2",
                Text.same("A study"),
                "interim",
                Instant.parse("2026-11-23T08:00:00Z"),
                List.of(tables),
                new PrimaryAnalysis("", "", Optional.empty(), List.of(), List.of()));
    }

    /** What is answered to a form of these fields and values. */
    static String answer(String... sent) {
        return answer(dataset(PARTICIPANTS, FORM, DIARY, EVENTS), sent);
    }

    static String answer(Dataset release, String... sent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Answer.of(Wanted.of(form(sent)), 7, release, OCCASIONS).content().accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static Map<String, List<String>> form(String... sent) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String field : sent) {
            String[] both = field.split("=", 2);
            form.put(both[0], List.of(both[1]));
        }
        return form;
    }

    private static Code code(String value, String label) {
        return new Code(value, Text.same(label));
    }

    private static Table table(String name, List<Column> columns, String[]... rows) {
        return new Table(name, Text.same(name + " form"), columns, sink -> Stream.of(rows)
                .forEach(sink));
    }

    private static String[] row(String... cells) {
        return cells;
    }
}
