package org.commensal.export.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.commensal.export.comparison.Comparison.Aside;
import org.commensal.export.comparison.Comparison.Lack;
import org.commensal.export.comparison.Comparison.TableDifference;
import org.commensal.export.comparison.Comparison.VariableDifference;
import org.commensal.export.comparison.RowSums.Met;
import org.commensal.export.release.RowKeys;
import org.commensal.export.release.Table;
import org.commensal.export.release.Table.Column;

/**
 * Compares a table that two releases have. Rows are found by their sums; only rows that differ are read once more, some at
 * a time, so that a table of any length needs little memory.
 */
final class TableComparison {

    /** So many rows are held with their cells. */
    private static final int AT_ONCE = 10_000;

    /** Who a row is about: the same in both, or it is another row. */
    private static final String SUBJECT = "subject";

    /** Where the cells of one variable are in the whole tables, and the counts of those that differ. */
    private static final class Compared {

        private final Cell older;
        private final Cell newer;
        private long filledIn;
        private long changed;
        private long emptied;
        private long otherReason;

        Compared(Cell older, Cell newer) {
            this.older = older;
            this.newer = newer;
        }

        void count(String[] before, String[] now) {
            String was = before[older.value];
            String is = now[newer.value];
            if (was.equals(is)) {
                otherReason += older.reason(before).equals(newer.reason(now)) ? 0 : 1;
            } else if (was.isEmpty()) {
                filledIn++;
            } else if (is.isEmpty()) {
                emptied++;
            } else {
                changed++;
            }
        }
    }

    /** @param reason why the value is not there; negative where nothing says so in both */
    private record Cell(int value, int reason) {

        String reason(String[] cells) {
            return reason < 0 ? "" : cells[reason];
        }

        void add(Sum sum, String[] cells) {
            sum.and(cells[value]).and(reason(cells));
        }
    }

    private final Side older;
    private final Side newer;
    private final String table;
    private final Map<String, Column> before = new LinkedHashMap<>();
    private final Map<String, Column> now = new LinkedHashMap<>();
    private final Map<String, Compared> compared = new HashMap<>();
    private final Sum sum = new Sum();
    private final RowSums rows = new RowSums();
    private long both;
    private long added;

    TableComparison(Side older, Side newer, String table) {
        this.older = older;
        this.newer = newer;
        this.table = table;
        older.held(table).columns().forEach(column -> before.put(column.name(), column));
        newer.held(table).columns().forEach(column -> now.put(column.name(), column));
    }

    TableDifference difference() {
        List<String> variables = variables();
        List<String> there = names(older.whole(table));
        List<String> here = names(newer.whole(table));
        variables.stream()
                .filter(name -> lack(name).isEmpty() && aside(name).isEmpty())
                .forEach(name -> compared.put(name, new Compared(cell(name, there), cell(name, here))));
        long[] differing = differing();
        for (int from = 0; from < differing.length; from += AT_ONCE) {
            count(Arrays.copyOfRange(differing, from, Math.min(from + AT_ONCE, differing.length)));
        }
        return new TableDifference(
                table,
                newer.held(table).label(),
                Optional.empty(),
                both,
                added,
                rows.notMet(),
                variables.stream().map(this::difference).toList());
    }

    /** The names of what is told apart; a reason is told with what it is the reason of. */
    private List<String> variables() {
        Set<String> reasons = new HashSet<>(List.of(SUBJECT));
        now.keySet().forEach(name -> reason(name).ifPresent(reasons::add));
        return Stream.concat(now.keySet().stream(), before.keySet().stream())
                .distinct()
                .filter(name -> !reasons.contains(name))
                .toList();
    }

    /** The column that says in both why a cell of this one is empty. */
    private Optional<String> reason(String name) {
        Column was = before.get(name);
        Column is = now.get(name);
        return was == null || is == null
                ? Optional.empty()
                : is.reason()
                        .filter(reason -> was.reason().filter(reason::equals).isPresent());
    }

    private Optional<Lack> lack(String name) {
        String column = table + "." + name;
        if (!before.containsKey(name)) {
            return Optional.of(new Lack(true, older.why(column)));
        }
        return now.containsKey(name) ? Optional.empty() : Optional.of(new Lack(false, newer.why(column)));
    }

    private Optional<Aside> aside(String name) {
        String column = table + "." + name;
        if (lack(name).isPresent()) {
            return Optional.empty();
        }
        if (newer.pseudonyms().contains(column) || older.pseudonyms().contains(column)) {
            return Optional.of(Aside.PSEUDONYM);
        }
        if (!type(before, name).equals(type(now, name))) {
            return Optional.of(Aside.OTHER_TYPE);
        }
        boolean coarser =
                newer.generalised().contains(column) || older.generalised().contains(column);
        return coarser ? Optional.of(Aside.GENERALISED) : Optional.empty();
    }

    private static String type(Map<String, Column> columns, String name) {
        return Objects.requireNonNull(columns.get(name)).type();
    }

    private Cell cell(String name, List<String> columns) {
        return new Cell(
                columns.indexOf(name), reason(name).map(columns::indexOf).orElse(-1));
    }

    /** The rows that both have and that are not the same, by the sums of their keys. */
    private long[] differing() {
        List<Compared> all = List.copyOf(compared.values());
        RowKeys.each(older.whole(table), (key, cells) -> {
            long sumOfKey = sum.and(key).take();
            all.forEach(variable -> variable.older.add(sum, cells));
            rows.put(sumOfKey, sum.take());
        });
        LongStream.Builder differing = LongStream.builder();
        RowKeys.each(newer.whole(table), (key, cells) -> {
            long sumOfKey = sum.and(key).take();
            all.forEach(variable -> variable.newer.add(sum, cells));
            Met met = rows.meet(sumOfKey, sum.take());
            both += met == Met.NOT_THERE ? 0 : 1;
            added += met == Met.NOT_THERE ? 1 : 0;
            if (met == Met.OTHER) {
                differing.add(sumOfKey);
            }
        });
        return differing.build().sorted().toArray();
    }

    /** @param some rows, in order */
    private void count(long[] some) {
        Map<Long, String[]> held = new HashMap<>();
        RowKeys.each(older.whole(table), (key, cells) -> {
            long sumOfKey = sum.and(key).take();
            if (Arrays.binarySearch(some, sumOfKey) >= 0) {
                held.put(sumOfKey, cells);
            }
        });
        RowKeys.each(newer.whole(table), (key, cells) -> {
            String[] was = held.get(sum.and(key).take());
            if (was != null) {
                compared.values().forEach(variable -> variable.count(was, cells));
            }
        });
    }

    private VariableDifference difference(String name) {
        Column column = Objects.requireNonNull(now.getOrDefault(name, before.get(name)));
        Compared counted = compared.get(name);
        return counted == null
                ? VariableDifference.without(name, column.label(), lack(name), aside(name))
                : new VariableDifference(
                        name,
                        column.label(),
                        Optional.empty(),
                        Optional.empty(),
                        counted.filledIn,
                        counted.changed,
                        counted.emptied,
                        counted.otherReason);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
