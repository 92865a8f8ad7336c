package org.commensal.export.release;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;

/**
 * Columns in which a subject has the number of a kit that this subject was handed: two who have kits of one kind know that
 * they are of one arm, and whoever has the kit list knows of which.
 */
final class KitNumbers {

    private final Map<String, Set<String>> handed;
    private final Set<String> found = new TreeSet<>();

    /** @param handed to each subject, by the id of the subject */
    KitNumbers(Map<String, Set<String>> handed) {
        this.handed = handed;
    }

    /** With the letters that begin the number and without, and as a number, which begins with no zero. */
    static Set<String> written(Set<String> numbers) {
        Set<String> written = new HashSet<>(numbers);
        for (String number : numbers) {
            String digits = number.substring(number.lastIndexOf('-') + 1);
            written.addAll(List.of(digits, digits.replaceFirst("^0+(?=.)", "")));
        }
        return written;
    }

    void look(Table table, String[] row) {
        Set<String> numbers = handed.getOrDefault(row[0], Set.of());
        for (int i = 1; i < row.length && !numbers.isEmpty(); i++) {
            if (numbers.contains(row[i])) {
                found.add(table.name() + "." + table.columns().get(i).name());
            }
        }
    }

    Set<Finding> findings() {
        Set<Finding> findings = new HashSet<>();
        found.forEach(column -> findings.add(new Finding(Grade.BLOCK, Rule.KIT_NUMBER, column, 1, 1)));
        return findings;
    }
}
