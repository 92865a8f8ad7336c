package org.commensal.web.studies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commensal.protocol.Schedule.Anchor;
import org.commensal.protocol.Schedule.DiaryBlock;
import org.commensal.protocol.Schedule.FilledBy;
import org.commensal.protocol.Schedule.Visit;
import org.commensal.protocol.Schedule.VisitForm;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;
import org.commensal.web.Words;

/**
 * The schedule of activities: what is filled in at which visit, and during which days the diary is kept.
 *
 * @param phases the headings over the columns, one for each fact that days are counted from
 * @param moments the columns in order of time: visits, and blocks of the diary
 * @param lines one for each form
 */
public record ScheduleGrid(List<Phase> phases, List<Moment> moments, List<Line> lines) {

    /** @param columns how many moments it stands over */
    public record Phase(String name, int columns) {}

    /**
     * A visit or a block of the diary.
     *
     * @param day on which it is planned, or the first and last day of a block; counted from its anchor
     * @param window first and last day on which a visit may take place; a dash for a block
     */
    public record Moment(String code, String name, String day, String window, boolean diary) {}

    /** @param cells one for each moment */
    public record Line(String form, List<Cell> cells) {}

    /** @param days how many entries of the diary belong here; 0 outside the diary */
    public record Cell(boolean own, boolean staff, int days) {

        static final Cell EMPTY = new Cell(false, false, 0);
    }

    private record Column(Anchor anchor, int day, Moment moment, List<VisitForm> forms, Optional<DiaryBlock> block) {

        Cell cell(String form) {
            return block.filter(diary -> diary.form().equals(form))
                    .map(diary -> new Cell(false, false, diary.lastDay() - diary.firstDay() + 1))
                    .orElseGet(() -> new Cell(by(form, FilledBy.PARTICIPANT), by(form, FilledBy.STAFF), 0));
        }

        private boolean by(String form, FilledBy whom) {
            return forms.contains(new VisitForm(form, whom));
        }
    }

    static ScheduleGrid of(Study study, Texts texts) {
        List<Column> columns = columns(study, texts);
        Set<String> forms = new LinkedHashSet<>();
        columns.forEach(column -> column.block().ifPresent(block -> forms.add(block.form())));
        columns.forEach(column -> column.forms().forEach(form -> forms.add(form.form())));
        List<Line> lines = forms.stream()
                .map(form -> new Line(
                        texts.in(study.questionnaire(form).title()),
                        columns.stream().map(column -> column.cell(form)).toList()))
                .toList();
        return new ScheduleGrid(
                phases(columns, texts), columns.stream().map(Column::moment).toList(), lines);
    }

    private static List<Column> columns(Study study, Texts texts) {
        Stream<Column> visits = study.schedule().visits().stream().map(visit -> visit(visit, texts));
        Stream<Column> blocks = study.schedule().blocks().stream().map(block -> block(block, texts));
        return Stream.concat(visits, blocks)
                .sorted(Comparator.comparing(Column::anchor).thenComparingInt(Column::day))
                .toList();
    }

    private static Column visit(Visit visit, Texts texts) {
        Moment moment = new Moment(
                visit.code(), texts.in(visit.name()), number(visit.day()), range(visit.from(), visit.to()), false);
        return new Column(visit.anchor(), visit.day(), moment, visit.forms(), Optional.empty());
    }

    private static Column block(DiaryBlock block, Texts texts) {
        String days = range(block.firstDay(), block.lastDay());
        Moment moment = new Moment(block.code(), texts.in(block.name()), days, "–", true);
        return new Column(block.anchor(), block.firstDay(), moment, List.of(), Optional.of(block));
    }

    private static List<Phase> phases(List<Column> columns, Texts texts) {
        List<Phase> phases = new ArrayList<>();
        for (Anchor anchor : Anchor.values()) {
            int over = (int)
                    columns.stream().filter(column -> column.anchor() == anchor).count();
            if (over > 0) {
                phases.add(new Phase(texts.get("protocol.from." + Words.code(anchor)), over));
            }
        }
        return phases;
    }

    /** {@code 25–33}; wider where a number is negative, so that its sign is not lost in the dash. */
    static String range(int from, int to) {
        return from == to ? number(from) : number(from) + (from < 0 ? " – " : "–") + number(to);
    }

    private static String number(int day) {
        return day < 0 ? "−" + -day : Integer.toString(day);
    }
}
