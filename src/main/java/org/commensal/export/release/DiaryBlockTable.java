package org.commensal.export.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.export.release.Progress.Block;
import org.commensal.export.release.Progress.Day;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.DerivedVariable;
import org.commensal.quality.MissingData.Counts;

/**
 * One row a diary block of a subject: how many of its days were expected and filled in, and what the protocol derives from
 * them.
 *
 * <p>A function over the days of a block has one column whatever the block, so that the blocks of a subject are repeated
 * measures; the codebook says under which name the protocol has it for each block. Nothing is derived from a block that is
 * going on: it would be about fewer days.
 */
final class DiaryBlockTable {

    private static final int FIRST_DERIVED = 12;

    private final Basis basis;
    private final DerivedValues derived;
    /** The derived variables of each column, by the block that each is of. */
    private final Map<String, Map<String, DerivedVariable>> functions = new LinkedHashMap<>();

    private DiaryBlockTable(Basis basis, DerivedValues derived) {
        this.basis = basis;
        this.derived = derived;
        for (int i = basis.versions().size() - 1; i >= 0; i--) {
            basis.versions().get(i).derived().forEach(variable -> functions
                    .computeIfAbsent(column(variable), first -> new LinkedHashMap<>())
                    .putIfAbsent(variable.block(), variable));
        }
    }

    static Table of(Basis basis, Progresses progresses, DerivedValues derived) {
        DiaryBlockTable table = new DiaryBlockTable(basis, derived);
        return new Table(
                "diary_blocks",
                new Text("Diary blocks with what is derived from them", "Dagboekperioden met wat eruit is afgeleid"),
                table.columns(),
                rows -> progresses.each((id, progress) ->
                        progress.blocks().forEach(block -> rows.accept(table.row(id, progress, block)))));
    }

    /** Such as {@code monthly_migraine_days}, or {@code response_50_since_b0} where it compares with another block. */
    private static String column(DerivedVariable variable) {
        String since = variable.earlier().isEmpty() ? "" : "_since_" + String.join("_", variable.earlier());
        return (variable.function() + since).toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                ParticipantTable.subjectColumn(),
                KeyColumns.event(basis.versions()),
                KeyColumns.form(basis.versions()),
                KeyColumns.studyDay("from_day", "First day of the block", "Eerste dag van de periode"),
                KeyColumns.studyDay("to_day", "Last day of the block", "Laatste dag van de periode"),
                KeyColumns.state(new Text(
                        "What became of it: not-reached while any of its days is to come, answered if any was filled in",
                        "Wat ervan werd: not-reached zolang er een dag komt, answered als er een dag is ingevuld")),
                Column.integer(
                        "days_expected", new Text("Days that were expected by now", "Dagen die nu verwacht waren")),
                Column.integer("days_filled_in", new Text("Of those, filled in", "Daarvan ingevuld")),
                Column.integer("days_late", new Text("Of those, filled in too late", "Daarvan te laat ingevuld")),
                Column.integer(
                        "days_missing", new Text("Of those expected, missing", "Van de verwachte, niet ingevuld")),
                Column.integer("days_to_come", new Text("Days still to come", "Dagen die nog komen")),
                Column.integer(
                        "percent_filled_in",
                        new Text(
                                "Filled in, in per cent of expected, rounded down",
                                "Ingevuld, in procent van verwacht, naar beneden afgerond"))));
        functions.forEach((name, byBlock) -> {
            columns.add(Column.number(name, label(byBlock))
                    .remarked(remark(byBlock))
                    .explainedBy(name + FormColumns.REASON));
            columns.add(KeyColumns.reason(name));
        });
        return columns;
    }

    private static Text label(Map<String, DerivedVariable> byBlock) {
        List<DerivedVariable> variables = List.copyOf(byBlock.values());
        if (variables.size() == 1) {
            return variables.get(0).label();
        }
        String function = variables.get(0).function();
        return new Text(function + " over the days of the block", function + " over de dagen van de periode");
    }

    private static String remark(Map<String, DerivedVariable> byBlock) {
        return byBlock.entrySet().stream()
                .map(of -> of.getKey() + ": " + of.getValue().code() + " = "
                        + of.getValue().label().en())
                .collect(Collectors.joining(" | "));
    }

    private String[] row(String id, Progress progress, Block block) {
        String[] row = new String[FIRST_DERIVED + 2 * functions.size()];
        Counts counts = block.days().stream().map(day -> day.state().once()).reduce(Counts.NONE, Counts::plus);
        long late = block.days().stream().filter(Day::late).count();
        String[] own = {
            id,
            block.block().code(),
            block.block().form(),
            progress.studyDay(block.block().anchor(), block.block().firstDay()),
            progress.studyDay(block.block().anchor(), block.block().lastDay()),
            KeyColumns.state(block.state()).value(),
            Integer.toString(counts.expected()),
            Integer.toString(counts.answered()),
            Long.toString(late),
            Integer.toString(counts.missing()),
            Integer.toString(counts.notDue()),
            counts.expected() == 0 ? "" : Integer.toString(counts.percent())
        };
        System.arraycopy(own, 0, row, 0, FIRST_DERIVED);
        int place = FIRST_DERIVED;
        for (Map<String, DerivedVariable> byBlock : functions.values()) {
            Cell cell = Optional.ofNullable(byBlock.get(block.block().code()))
                    .map(variable -> cell(derived, id, variable, block))
                    .orElse(Cell.NOT_APPLICABLE);
            row[place++] = cell.number();
            row[place++] = cell.missing();
        }
        return row;
    }

    /** The value of a derived variable, once its block is over; empty in any other case, with the reason. */
    static Cell cell(DerivedValues derived, String id, DerivedVariable variable, Block block) {
        return switch (block.state()) {
            case NOT_DUE -> Cell.NOT_REACHED;
            case NOT_EXPECTED -> Cell.NOT_APPLICABLE;
            case ANSWERED, MISSING ->
                derived.of(id, variable.code()).map(Cell::of).orElse(Cell.NOT_APPLICABLE);
        };
    }
}
