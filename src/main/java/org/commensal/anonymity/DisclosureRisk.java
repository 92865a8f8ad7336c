package org.commensal.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * How likely a row of a table is matched with the right person (El Emam, Guide to the De-Identification of Personal
 * Health Information, 2013, chapter 16).
 *
 * <p>Two who try are told apart. The prosecutor knows that somebody is in the table: the risk of a row is 1 / f, where f
 * is the size of its class, and the table alone tells it. The journalist does not, and looks people up in a population
 * that holds the table: the risk is 1 / F, where F is the size of the class in the population. Without that population
 * the risk of the journalist is not known, but for being no greater than that of the prosecutor.
 *
 * @param classes of equal rows in the table
 * @param smallest the size of the smallest class of the table: its k
 * @param highest risk of a row; 0 where there is no row
 * @param average share of rows that are matched rightly if all are: for the prosecutor classes / rows, for the
 *     journalist the greater of Σ f/F / rows and classes / ΣF
 * @param atRisk share of rows whose risk is above the threshold
 */
public record DisclosureRisk(
        int rows, int classes, int smallest, double highest, double average, double threshold, double atRisk) {

    private static final Text NO_POPULATION = new Text(
            "The population has fewer rows like \"%s\" than the table (%s and %s), so it does not hold the table.",
            "De populatie heeft minder rijen als \"%s\" dan de tabel (%s en %s) en bevat de tabel dus niet.");

    /** @param rows the cells of the quasi-identifiers of each */
    public static DisclosureRisk prosecutor(Collection<List<String>> rows, double threshold) {
        Map<List<String>, Integer> classes = classes(rows);
        return of(rows.size(), classes, classes, (double) classes.size() / rows.size(), threshold);
    }

    /**
     * @param population that the rows are from, with the same cells
     * @throws Refusal {@code INVALID} where it does not hold the rows
     */
    public static DisclosureRisk journalist(
            Collection<List<String>> rows, Collection<List<String>> population, double threshold) {
        Map<List<String>, Integer> classes = classes(rows);
        Map<List<String>, Integer> within = classes(population);
        List<Double> matched = new ArrayList<>();
        long covered = 0;
        for (Map.Entry<List<String>, Integer> each : classes.entrySet()) {
            int found = within.getOrDefault(each.getKey(), 0);
            if (found < each.getValue()) {
                throw new Refusal(
                        Reason.INVALID,
                        NO_POPULATION.with(Text.shorten(String.join(", ", each.getKey())), found, each.getValue()));
            }
            matched.add((double) each.getValue() / found);
            covered += found;
        }
        double sum = matched.stream().mapToDouble(Double::doubleValue).sorted().sum();
        double average = Math.max(sum / rows.size(), (double) classes.size() / covered);
        return of(rows.size(), classes, within, average, threshold);
    }

    private static DisclosureRisk of(
            int rows,
            Map<List<String>, Integer> classes,
            Map<List<String>, Integer> within,
            double average,
            double threshold) {
        double highest = 0;
        long above = 0;
        for (Map.Entry<List<String>, Integer> each : classes.entrySet()) {
            double risk = 1.0 / within.getOrDefault(each.getKey(), 0);
            highest = Math.max(highest, risk);
            above += risk > threshold ? each.getValue() : 0;
        }
        int smallest =
                classes.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return new DisclosureRisk(
                rows,
                classes.size(),
                smallest,
                highest,
                rows == 0 ? 0 : average,
                threshold,
                rows == 0 ? 0 : (double) above / rows);
    }

    private static Map<List<String>, Integer> classes(Collection<List<String>> rows) {
        Map<List<String>, Integer> classes = new HashMap<>();
        rows.forEach(row -> classes.merge(row, 1, Integer::sum));
        return classes;
    }
}
