package org.commensal.anonymity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * How the values of one column are generalised, level by level (Samarati, IEEE Transactions on Knowledge and Data
 * Engineering 2001;13:1010). Level 0 is the value itself; each level is a function of the one below it, so that classes
 * of equal rows only ever merge on the way up.
 */
public final class Hierarchy {

    private static final Text FAULTY =
            new Text("This hierarchy cannot be used.", "Deze hiërarchie kan niet worden gebruikt.");
    private static final Text EMPTY = new Text(
            "There is no row. Write a row for each value: the value, then its generalisation at each level.",
            "Er is geen rij. Schrijf een rij voor elke waarde: de waarde, en dan haar generalisatie op elk niveau.");
    private static final Text UNEQUAL = new Text(
            "This row has %s levels, and the first row has %s. Give each row the same number of levels.",
            "Deze rij heeft %s niveaus en de eerste rij %s. Geef elke rij evenveel niveaus.");
    private static final Text TWO_MEANINGS = new Text(
            "\"%s\" of level %s becomes \"%s\" here and \"%s\" in another row. Let it become one of them everywhere.",
            "\"%s\" van niveau %s wordt hier \"%s\" en in een andere rij \"%s\". Maak er overal een van beide van.");

    /** By level: the code of each label, in the order of the rows. */
    private final List<Map<String, Integer>> codes = new ArrayList<>();

    private final List<List<String>> labels = new ArrayList<>();
    private final int[][] codeOfValue;
    private final int[][] sizes;

    private Hierarchy(List<List<String>> rows) {
        int levels = rows.get(0).size();
        for (int level = 0; level < levels; level++) {
            Map<String, Integer> known = new HashMap<>();
            List<String> named = new ArrayList<>();
            for (List<String> row : rows) {
                if (known.putIfAbsent(row.get(level), named.size()) == null) {
                    named.add(row.get(level));
                }
            }
            codes.add(known);
            labels.add(named);
        }
        codeOfValue = new int[levels][domain()];
        sizes = new int[levels][];
        for (int level = 0; level < levels; level++) {
            sizes[level] = new int[labels.get(level).size()];
            for (List<String> row : rows) {
                codeOfValue[level][code(row.get(0))] = codes.get(level).getOrDefault(row.get(level), -1);
            }
            for (int code : codeOfValue[level]) {
                sizes[level][code]++;
            }
        }
    }

    /**
     * @param rows for each value of the domain the value and its generalisations from level 1; the same row again says
     *     nothing more
     * @throws Refusal {@code INVALID} with each fault, its pointer the number of the row from 0
     */
    public static Hierarchy of(List<List<String>> rows) {
        List<Violation> faults = new ArrayList<>();
        if (rows.isEmpty()) {
            faults.add(new Violation("/0", EMPTY));
        }
        List<Map<String, String>> parents = new ArrayList<>();
        for (int number = 0; number < rows.size(); number++) {
            List<String> row = rows.get(number);
            int levels = rows.get(0).size();
            if (row.size() != levels) {
                faults.add(new Violation("/" + number, UNEQUAL.with(row.size(), levels)));
                continue;
            }
            for (int level = 0; level + 1 < levels; level++) {
                if (parents.size() == level) {
                    parents.add(new HashMap<>());
                }
                String here = row.get(level + 1);
                String before = parents.get(level).putIfAbsent(row.get(level), here);
                if (before != null && !before.equals(here)) {
                    faults.add(new Violation(
                            "/" + number,
                            TWO_MEANINGS.with(
                                    Text.shorten(row.get(level)), level, Text.shorten(here), Text.shorten(before))));
                    break;
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, FAULTY, faults);
        }
        return new Hierarchy(rows);
    }

    public boolean knows(String value) {
        return codes.get(0).containsKey(value);
    }

    /** The highest level. */
    public int height() {
        return labels.size() - 1;
    }

    /** How many values the domain has, whether or not a table has them all. */
    int domain() {
        return labels.get(0).size();
    }

    int code(String value) {
        Integer code = codes.get(0).get(value);
        if (code == null) {
            throw new IllegalArgumentException("no value of this hierarchy: " + value);
        }
        return code;
    }

    String label(int level, int value) {
        return labels.get(level).get(codeOfValue[level][value]);
    }

    /** The codes of all values at this level; for reading only. */
    int[] codes(int level) {
        return codeOfValue[level];
    }

    int labels(int level) {
        return labels.get(level).size();
    }

    /** How many values of the domain a label of this level stands for. */
    int size(int level, int code) {
        return sizes[level][code];
    }
}
