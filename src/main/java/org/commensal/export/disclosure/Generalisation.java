package org.commensal.export.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commensal.anonymity.Hierarchy;
import org.commensal.export.release.Table.Kind;
import org.commensal.kernel.Text;

/**
 * How the values of one column become coarser, level by level; each level follows from the one below it.
 *
 * <ul>
 *   <li>A whole number: itself, then bands of 5, 10 and 20 ({@code 40-44}), then nothing.
 *   <li>Another number: rounded down to a whole one, then the same bands, then nothing.
 *   <li>A text, such as a site or the option of a question: itself, then the values of fewer than k subjects together as
 *       {@code other}, then nothing.
 *   <li>Yes or no, and a day: itself, then nothing.
 * </ul>
 *
 * A value that is missing stays missing until nothing is told of anybody.
 */
final class Generalisation {

    static final String NOTHING = "*";
    static final String OTHER = "other";

    private static final int[] BANDS = {1, 5, 10, 20};

    private final Kind kind;
    private final Map<String, Integer> subjects = new HashMap<>();
    private final int k;
    private final boolean whole;

    /** @param values of the column, one a subject */
    Generalisation(Kind kind, Collection<String> values, int k) {
        this.kind = kind;
        this.k = k;
        values.forEach(value -> subjects.merge(value, 1, Integer::sum));
        this.whole = values.stream().allMatch(value -> value.isEmpty() || value.matches("-?[0-9]{1,9}"));
    }

    /** The highest level, at which nothing is told. */
    int height() {
        return switch (kind) {
            case NUMBER -> whole ? BANDS.length : BANDS.length + 1;
            case TEXT -> 2;
            case TRUTH, DAY -> 1;
        };
    }

    String at(int level, String value) {
        if (level == height()) {
            return NOTHING;
        }
        if (level == 0 || value.isEmpty()) {
            return value;
        }
        return switch (kind) {
            case NUMBER -> band(value, BANDS[whole ? level : level - 1]);
            case TEXT -> subjects.getOrDefault(value, 0) < k ? OTHER : value;
            case TRUTH, DAY -> value;
        };
    }

    /** What a level does, for the codebook and the report. */
    Text told(int level) {
        if (level == 0) {
            return new Text("as it is", "zoals het is");
        }
        if (level == height()) {
            return new Text("left out", "weggelaten");
        }
        int size = kind == Kind.NUMBER ? BANDS[whole ? level : level - 1] : 0;
        if (size == 0) {
            return new Text("values of fewer than %s subjects together", "waarden van minder dan %s deelnemers samen")
                    .with(k);
        }
        return size == 1
                ? new Text("rounded down", "naar beneden afgerond")
                : new Text("in bands of %s", "in klassen van %s").with(size);
    }

    private static String band(String value, int size) {
        long floor = Math.floorDiv((long) Math.floor(Double.parseDouble(value)), (long) size) * size;
        return size == 1 ? Long.toString(floor) : floor + "-" + (floor + size - 1);
    }

    Hierarchy hierarchy() {
        List<List<String>> rows = new ArrayList<>();
        for (String value : new TreeSet<>(subjects.keySet())) {
            rows.add(IntStream.rangeClosed(0, height())
                    .mapToObj(level -> at(level, value))
                    .toList());
        }
        return Hierarchy.of(rows);
    }
}
