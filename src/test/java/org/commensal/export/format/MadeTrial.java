package org.commensal.export.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Text;

/**
 * The tables of a made trial: on arm A nothing changes, on B it is 2 days less and on C 3, beside noise that is the same
 * whenever it is made. Every eleventh subject has no outcome.
 *
 * @param arms in turns; none where the release tells no arms
 * @param withoutArm how many of the first have none
 * @param silent the arm of which nobody has an outcome
 * @param siteIsArm whether each arm is at a site of its own
 */
record MadeTrial(int subjects, List<String> arms, int withoutArm, String silent, int sites, boolean siteIsArm) {

    static MadeTrial of(int subjects) {
        return new MadeTrial(subjects, List.of("A", "B", "C"), 0, "", 4, false);
    }

    MadeTrial onArms(String... others) {
        return new MadeTrial(subjects, List.of(others), withoutArm, silent, sites, siteIsArm);
    }

    MadeTrial withoutArm(int number) {
        return new MadeTrial(subjects, arms, number, silent, sites, siteIsArm);
    }

    MadeTrial silent(String arm) {
        return new MadeTrial(subjects, arms, withoutArm, arm, sites, siteIsArm);
    }

    MadeTrial sites(int number) {
        return new MadeTrial(subjects, arms, withoutArm, silent, number, siteIsArm);
    }

    MadeTrial withASiteForEachArm() {
        return new MadeTrial(subjects, arms, withoutArm, silent, sites, true);
    }

    Table[] tables() {
        return new Table[] {participants(), factors(), endpoints()};
    }

    private Table participants() {
        String columns =
                "subject stage intervention_stopped_day follow_up_stopped_day" + (arms.isEmpty() ? "" : " arm");
        List<String> rows = new ArrayList<>(each(i -> row("s" + i, "randomised", i % 10 == 3 ? "20" : "", "")
                + (arms.isEmpty() ? "" : "," + (i < withoutArm ? "" : arm(i)))));
        rows.add(row("x1", "consented", "", "") + (arms.isEmpty() ? "" : ","));
        rows.add(row("x2", "enrolled", "", "") + (arms.isEmpty() ? "" : ","));
        return table("participants", columns, Set.of(), rows);
    }

    private Table factors() {
        return table(
                "factors",
                "subject site aura",
                Set.of(),
                each(i -> row(
                        "s" + i,
                        "site-" + (siteIsArm ? arm(i) : String.valueOf(1 + i / 3 % sites)),
                        i % 5 < 2 ? "yes" : "no")));
    }

    private Table endpoints() {
        String columns =
                "subject outcome variable event at_baseline value value_missing baseline change change_missing";
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            boolean missing = i % 11 == 4 || arm(i).equals(silent);
            String before = number(8 + 3 * noise(i));
            double change = -effect(i) + 0.4 * noise(i) + 1.5 * noise(i + 1000) + (i % 5 < 2 ? 0.5 : 0);
            rows.add(row("s" + i, "primary", "days_b0", "B0", "true", before, "", "", "", ""));
            rows.add(
                    missing
                            ? row("s" + i, "primary", "days_b3", "B3", "false", "", "unknown", before, "", "unknown")
                            : row(
                                    "s" + i,
                                    "primary",
                                    "days_b3",
                                    "B3",
                                    "false",
                                    number(9 + change),
                                    "",
                                    before,
                                    number(change),
                                    ""));
        }
        return table("endpoints", columns, Set.of("value", "baseline", "change"), rows);
    }

    private String arm(int i) {
        return arms.isEmpty() ? "" : arms.get(i % arms.size());
    }

    private double effect(int i) {
        return switch (arm(i)) {
            case "B" -> 2;
            case "C" -> 3;
            default -> 0;
        };
    }

    /** Between -1 and 1, without a pattern that a model could find. */
    private static double noise(int i) {
        return Math.sin(12.9898 * (i + 1) * (i + 1) % 1000);
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 1000) / 1000.0);
    }

    private List<String> each(IntFunction<String> row) {
        return IntStream.range(0, subjects).mapToObj(row).collect(Collectors.toList());
    }

    static String row(String... cells) {
        return String.join(",", cells);
    }

    /** @param rows with a comma between the cells */
    static Table table(String name, String columns, Set<String> numbers, List<String> rows) {
        return new Table(
                name,
                new Text(name, name),
                List.of(columns.split(" ")).stream()
                        .map(column -> Column.of(
                                column,
                                numbers.contains(column) ? "number" : "text",
                                numbers.contains(column) ? Kind.NUMBER : Kind.TEXT,
                                new Text(column, column)))
                        .toList(),
                out -> rows.forEach(row -> out.accept(row.split(",", -1))));
    }
}
